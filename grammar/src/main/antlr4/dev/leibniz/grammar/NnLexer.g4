/** The words of the .nn language. */
lexer grammar NnLexer;

channels { DOCUMENTATION }

// Keywords

PACKAGE   : 'package';
IMPORT    : 'import';
NETWORK   : 'network';
LAYER     : 'layer';
FUNCTION  : 'function';
OPTIMIZER : 'optimizer';
SIZE      : 'size';
INPUT     : 'input';
PARAM     : 'param';
STATE     : 'state';
NEXT      : 'next';
HYPER     : 'hyper';
OUTPUT    : 'output';
LOSS      : 'loss';
METRIC    : 'metric';
TRAIN     : 'train';
FOR       : 'for';
IN        : 'in';
SCAN      : 'scan';
WITH      : 'with';
COLLECT   : 'collect';
YIELD     : 'yield';
GRAD      : 'grad';
TRUE      : 'true';
FALSE     : 'false';
TRAINING  : 'training';
PRECISION : 'precision';

// Literals and names

FLOAT_LITERAL  : DIGITS '.' DIGITS EXPONENT? | DIGITS EXPONENT;
INT_LITERAL    : DIGITS;
BAD_NUMBER     : (FLOAT_LITERAL | INT_LITERAL) LETTER (LETTER | [0-9])*;
STRING_LITERAL : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"';
IDENTIFIER     : LETTER (LETTER | [0-9])*;

fragment DIGITS   : [0-9]+;
fragment EXPONENT : [eE] [+-]? DIGITS;
fragment LETTER   : [\p{L}_];

// Punctuation

LPAREN    : '(';
RPAREN    : ')';
LBRACKET  : '[';
RBRACKET  : ']';
LBRACE    : '{';
RBRACE    : '}';
SEMICOLON : ';';
COMMA     : ',';
ELLIPSIS  : '...';
RANGE     : '..';
DOT       : '.';
PIPE      : '|>';
OR        : '||';
AND       : '&&';
EQUAL     : '==';
NOT_EQUAL : '!=';
LE        : '<=';
GE        : '>=';
LT        : '<';
GT        : '>';
ASSIGN    : '=';
QUESTION  : '?';
COLON     : ':';
PLUS      : '+';
MINUS     : '-';
STAR      : '*';
SLASH     : '/';
AT        : '@';
NOT       : '!';
CARET     : '^';
PRIME     : '\'';

// Space and comments

DOC_COMMENT          : '/**' '*'* (~[*/] .*?)? '*/' -> channel(DOCUMENTATION);
BLOCK_COMMENT        : '/*' .*? '*/' -> channel(HIDDEN);
LINE_COMMENT         : '//' ~[\r\n]* -> channel(HIDDEN);
SPACE                : [ \t\r\n\f\uFEFF]+ -> channel(HIDDEN);
UNTERMINATED_COMMENT : '/*' (~'*' | '*'+ ~[*/])* '*'* EOF;
UNTERMINATED_STRING  : '"' (~["\\\r\n] | '\\' ~[\r\n])*;
BAD_CHARACTER        : .;
