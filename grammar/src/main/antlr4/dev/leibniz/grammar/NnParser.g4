/** The sentences of the .nn language. Operations are no part of it: every operation is a call. */
parser grammar NnParser;

options { tokenVocab = NnLexer; }

file
  : packageDeclaration? importDeclaration* declaration* EOF
  ;

packageDeclaration
  : PACKAGE qualifiedName SEMICOLON
  ;

importDeclaration
  : IMPORT qualifiedName (DOT all=STAR)? SEMICOLON
  ;

qualifiedName
  : identifier (DOT identifier)*
  ;

// Declarations

declaration
  : NETWORK identifier block                 # networkDeclaration
  | FUNCTION identifier formals functionBody # functionDeclaration
  | LAYER identifier formals formals block   # layerDeclaration
  | OPTIMIZER identifier formals block       # optimizerDeclaration
  ;

functionBody
  : ASSIGN expression SEMICOLON # expressionBody
  | block                       # blockBody
  ;

formals
  : LPAREN (formal (COMMA formal)*)? RPAREN
  ;

formal
  : identifier (COLON type)? (ASSIGN expression)?
  ;

// Types

type
  : identifier (LBRACKET shape? RBRACKET)?
  ;

shape
  : leading=ELLIPSIS (COMMA expression)*
  | expression (COMMA expression)*
  ;

// Statements

block
  : LBRACE statement* RBRACE
  ;

statement
  : SIZE identifier (ASSIGN expression)? SEMICOLON                                              # sizeStatement
  | INPUT identifier COLON type (IN range)? SEMICOLON                                           # inputStatement
  | PARAM identifier COLON type (ASSIGN expression)? SEMICOLON                                  # paramStatement
  | STATE identifier (COLON type)? (ASSIGN expression)? SEMICOLON                               # stateStatement
  | NEXT identifier ASSIGN expression SEMICOLON                                                 # nextStatement
  | HYPER identifier ASSIGN expression SEMICOLON                                                # hyperStatement
  | OUTPUT identifier ASSIGN expression SEMICOLON                                               # outputStatement
  | LOSS expression SEMICOLON                                                                   # lossStatement
  | METRIC identifier ASSIGN expression SEMICOLON                                               # metricStatement
  | TRAIN expression SEMICOLON                                                                  # trainStatement
  | YIELD expression SEMICOLON                                                                  # yieldStatement
  | PRECISION identifier SEMICOLON                                                              # precisionStatement
  | FOR identifier IN range block                                                               # forStatement
  | SCAN identifier IN range (WITH carry (COMMA carry)*)? block                                 # scanStatement
  | COLLECT value=expression identifier identifier (identifier axis=expression)? SEMICOLON      # collectStatement
  | LBRACKET identifier (COMMA identifier)* RBRACKET ASSIGN expression SEMICOLON                # destructureStatement
  | identifier ASSIGN expression SEMICOLON                                                      # defineStatement
  ;

range
  : low=expression RANGE high=expression
  ;

carry
  : identifier ASSIGN expression
  ;

// Expressions, tightest first

expression
  : expression LPAREN (argument (COMMA argument)*)? RPAREN                           # callExpression
  | expression LBRACKET subscript (COMMA subscript)* RBRACKET                        # indexExpression
  | expression PRIME                                                                 # transposeExpression
  | <assoc = right> expression operator=CARET expression                             # powerExpression
  | operator=(MINUS | NOT) expression                                                # unaryExpression
  | expression operator=(STAR | SLASH | AT) expression                               # productExpression
  | expression operator=(PLUS | MINUS) expression                                    # sumExpression
  | expression operator=(EQUAL | NOT_EQUAL | LT | LE | GT | GE) expression           # comparisonExpression
  | expression operator=AND expression                                               # andExpression
  | expression operator=OR expression                                                # orExpression
  | expression PIPE expression                                                       # pipeExpression
  | <assoc = right> expression QUESTION expression COLON expression                  # conditionalExpression
  | primary                                                                          # primaryExpression
  ;

primary
  : INT_LITERAL                                         # intLiteral
  | FLOAT_LITERAL                                       # floatLiteral
  | STRING_LITERAL                                      # stringLiteral
  | TRUE                                                # trueLiteral
  | FALSE                                               # falseLiteral
  | TRAINING                                            # trainingLiteral
  | GRAD                                                # gradReference
  | identifier                                          # reference
  | LBRACKET (expression (COMMA expression)*)? RBRACKET # listLiteral
  | LPAREN expression RPAREN                            # parenthesised
  ;

argument
  : name ASSIGN expression # namedArgument
  | expression             # positionalArgument
  ;

subscript
  : ELLIPSIS                                 # ellipsisSubscript
  | COLON to=expression?                     # leadingSubscript
  | from=expression (COLON to=expression?)?  # expressionSubscript
  ;

// Names

identifier
  : IDENTIFIER
  ;

/** The name of an argument may be a keyword: `max_pool(size = 2)`. */
name
  : IDENTIFIER | PACKAGE | IMPORT | NETWORK | LAYER | FUNCTION | OPTIMIZER | SIZE | INPUT | PARAM | STATE | NEXT | HYPER
  | OUTPUT | LOSS | METRIC | TRAIN | FOR | IN | SCAN | WITH | COLLECT | YIELD | GRAD | PRECISION
  ;
