package dev.leibniz.compiler.syntax;

import dev.leibniz.compiler.source.Span;
import dev.leibniz.grammar.NnLexer;
import dev.leibniz.grammar.NnParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BufferedTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.jspecify.annotations.Nullable;

/** Files, declarations and statements of the parse tree as syntax tree. What could not be parsed is left out; it is reported already. */
final class TreeBuilder {
    private final Spans spans;
    private final BufferedTokenStream tokens;
    private final SyntaxErrors errors;
    private final ExpressionBuilder expressions;

    TreeBuilder(Spans spans, BufferedTokenStream tokens, SyntaxErrors errors) {
        this.spans = spans;
        this.tokens = tokens;
        this.errors = errors;
        this.expressions = new ExpressionBuilder(spans, errors);
    }

    Program program(NnParser.FileContext tree) {
        Optional<Program.PackageName> packageName = Optional.ofNullable(tree.packageDeclaration())
                .filter(TreeBuilder::isWhole)
                .map(p -> new Program.PackageName(dotted(p.qualifiedName()), spans.of(p.qualifiedName())));
        List<Program.Import> imports = tree.importDeclaration().stream()
                .filter(TreeBuilder::isWhole)
                .map(this::imported)
                .toList();
        List<Declaration> declarations = tree.declaration().stream()
                .filter(TreeBuilder::isNamed)
                .map(this::declaration)
                .toList();
        return new Program(spans.file(), packageName, imports, declarations);
    }

    /** Whether a subtree was parsed without errors; a semicolon that was missing is none. */
    private static boolean isWhole(ParserRuleContext tree) {
        if (tree.exception != null || tree.getStart() == null) {
            return false;
        }
        List<ParserRuleContext> open = new ArrayList<>(List.of(tree));
        while (!open.isEmpty()) {
            ParserRuleContext next = open.remove(open.size() - 1);
            for (int i = 0; i < next.getChildCount(); i++) {
                if (next.getChild(i) instanceof ErrorNode error
                        && error.getSymbol().getTokenIndex() >= 0) {
                    return false;
                } else if (next.getChild(i) instanceof ParserRuleContext child) {
                    if (child.exception != null) {
                        return false;
                    }
                    open.add(child);
                }
            }
        }
        return true;
    }

    /** Whether a declaration has a head that can be understood; statements are judged one by one. */
    private static boolean isNamed(NnParser.DeclarationContext tree) {
        if (tree instanceof NnParser.NetworkDeclarationContext network) {
            return whole(network.identifier()) && network.block() != null;
        } else if (tree instanceof NnParser.FunctionDeclarationContext function) {
            return whole(function.identifier(), function.formals()) && hasBody(function.functionBody());
        } else if (tree instanceof NnParser.LayerDeclarationContext layer) {
            return layer.formals().size() == 2
                    && whole(layer.identifier(), layer.formals(0), layer.formals(1))
                    && layer.block() != null;
        } else if (tree instanceof NnParser.OptimizerDeclarationContext optimizer) {
            return whole(optimizer.identifier(), optimizer.formals()) && optimizer.block() != null;
        }
        return false;
    }

    private static boolean hasBody(NnParser.@Nullable FunctionBodyContext tree) {
        return tree instanceof NnParser.BlockBodyContext body ? body.block() != null : whole(tree);
    }

    private static boolean whole(@Nullable ParserRuleContext... trees) {
        for (ParserRuleContext tree : trees) {
            if (tree == null || !isWhole(tree)) {
                return false;
            }
        }
        return true;
    }

    private static String dotted(NnParser.QualifiedNameContext tree) {
        return tree.identifier().stream().map(ParserRuleContext::getText).collect(Collectors.joining("."));
    }

    private Program.Import imported(NnParser.ImportDeclarationContext tree) {
        String path = dotted(tree.qualifiedName());
        if (tree.all != null) {
            return new Program.Import(path, Optional.empty(), spans.of(tree));
        }
        int dot = path.lastIndexOf('.');
        return new Program.Import(
                dot < 0 ? "" : path.substring(0, dot), Optional.of(path.substring(dot + 1)), spans.of(tree));
    }

    // -- declarations

    private Declaration declaration(NnParser.DeclarationContext tree) {
        Optional<String> doc = doc(tree);
        Span span = spans.of(tree);
        if (tree instanceof NnParser.NetworkDeclarationContext network) {
            return new Declaration.Network(name(network.identifier()), block(network.block()), doc, span);
        } else if (tree instanceof NnParser.LayerDeclarationContext layer) {
            return new Declaration.Layer(
                    name(layer.identifier()),
                    formals(layer.formals(0)),
                    formals(layer.formals(1)),
                    block(layer.block()),
                    doc,
                    span);
        } else if (tree instanceof NnParser.OptimizerDeclarationContext optimizer) {
            return new Declaration.Optimizer(
                    name(optimizer.identifier()), formals(optimizer.formals()), block(optimizer.block()), doc, span);
        }
        NnParser.FunctionDeclarationContext function = (NnParser.FunctionDeclarationContext) tree;
        return new Declaration.Function(
                name(function.identifier()),
                formals(function.formals()),
                functionBody(function.functionBody()),
                doc,
                span);
    }

    private List<Statement> functionBody(NnParser.FunctionBodyContext tree) {
        if (tree instanceof NnParser.BlockBodyContext body) {
            return block(body.block());
        }
        Expression value = expressions.expression(((NnParser.ExpressionBodyContext) tree).expression());
        return List.of(new Statement.Yield(value, value.span()));
    }

    private List<Declaration.Formal> formals(NnParser.FormalsContext tree) {
        return tree.formal().stream()
                .map(formal -> new Declaration.Formal(
                        name(formal.identifier()),
                        Optional.ofNullable(formal.type()).map(this::type),
                        Optional.ofNullable(formal.expression()).map(expressions::expression),
                        spans.of(formal)))
                .toList();
    }

    private TypeExpression type(NnParser.TypeContext tree) {
        Optional<TypeExpression.ShapeExpression> shape = Optional.empty();
        if (tree.LBRACKET() != null) {
            NnParser.ShapeContext sizes = tree.shape();
            shape = Optional.of(
                    sizes == null
                            ? new TypeExpression.ShapeExpression(false, List.of(), spans.of(tree))
                            : new TypeExpression.ShapeExpression(
                                    sizes.leading != null,
                                    sizes.expression().stream()
                                            .map(expressions::expression)
                                            .toList(),
                                    spans.of(sizes)));
        }
        return new TypeExpression(name(tree.identifier()), shape, spans.of(tree));
    }

    private Name name(NnParser.IdentifierContext tree) {
        return new Name(tree.getText(), spans.of(tree));
    }

    // -- statements

    private List<Statement> block(NnParser.BlockContext tree) {
        List<Statement> statements = new ArrayList<>();
        for (NnParser.StatementContext statement : tree.statement()) {
            if (statement instanceof NnParser.ForStatementContext loop) {
                if (whole(loop.identifier(), loop.range()) && loop.block() != null) {
                    statements.add(statement(loop));
                }
            } else if (statement instanceof NnParser.ScanStatementContext loop) {
                if (whole(loop.identifier(), loop.range())
                        && loop.carry().stream().allMatch(TreeBuilder::isWhole)
                        && loop.block() != null) {
                    statements.add(statement(loop));
                }
            } else if (isWhole(statement) && statement.getClass() != NnParser.StatementContext.class) {
                statements.add(statement(statement));
            }
        }
        return statements;
    }

    private Statement.Range range(NnParser.RangeContext tree) {
        return new Statement.Range(expressions.expression(tree.low), expressions.expression(tree.high), spans.of(tree));
    }

    private Optional<Expression> optional(NnParser.@Nullable ExpressionContext tree) {
        return Optional.ofNullable(tree).map(expressions::expression);
    }

    private Statement statement(NnParser.StatementContext tree) {
        Span span = spans.of(tree);
        if (tree instanceof NnParser.SizeStatementContext s) {
            return new Statement.SizeDeclaration(name(s.identifier()), optional(s.expression()), span);
        } else if (tree instanceof NnParser.InputStatementContext s) {
            Optional<Statement.Range> range = Optional.ofNullable(s.range()).map(this::range);
            return new Statement.Input(name(s.identifier()), type(s.type()), range, doc(tree), span);
        } else if (tree instanceof NnParser.ParamStatementContext s) {
            return new Statement.Parameter(
                    name(s.identifier()), type(s.type()), optional(s.expression()), doc(tree), span);
        } else if (tree instanceof NnParser.StateStatementContext s) {
            Optional<TypeExpression> type = Optional.ofNullable(s.type()).map(this::type);
            return new Statement.State(name(s.identifier()), type, optional(s.expression()), doc(tree), span);
        } else if (tree instanceof NnParser.NextStatementContext s) {
            return new Statement.Next(name(s.identifier()), expressions.expression(s.expression()), span);
        } else if (tree instanceof NnParser.HyperStatementContext s) {
            return new Statement.Hyper(name(s.identifier()), expressions.expression(s.expression()), doc(tree), span);
        } else if (tree instanceof NnParser.DefineStatementContext s) {
            return new Statement.Define(name(s.identifier()), expressions.expression(s.expression()), span);
        } else if (tree instanceof NnParser.DestructureStatementContext s) {
            List<Name> names = s.identifier().stream().map(this::name).toList();
            return new Statement.Destructure(names, expressions.expression(s.expression()), span);
        }
        return result(tree, span);
    }

    private Statement result(NnParser.StatementContext tree, Span span) {
        if (tree instanceof NnParser.OutputStatementContext s) {
            return new Statement.Output(name(s.identifier()), expressions.expression(s.expression()), doc(tree), span);
        } else if (tree instanceof NnParser.LossStatementContext s) {
            return new Statement.Loss(expressions.expression(s.expression()), span);
        } else if (tree instanceof NnParser.MetricStatementContext s) {
            return new Statement.Metric(name(s.identifier()), expressions.expression(s.expression()), doc(tree), span);
        } else if (tree instanceof NnParser.TrainStatementContext s) {
            return new Statement.Train(expressions.expression(s.expression()), span);
        } else if (tree instanceof NnParser.YieldStatementContext s) {
            return new Statement.Yield(expressions.expression(s.expression()), span);
        } else if (tree instanceof NnParser.PrecisionStatementContext s) {
            return new Statement.Precision(name(s.identifier()), span);
        } else if (tree instanceof NnParser.ScanStatementContext s) {
            List<Statement.Carry> carries = s.carry().stream()
                    .map(c -> new Statement.Carry(
                            name(c.identifier()), expressions.expression(c.expression()), spans.of(c)))
                    .toList();
            return new Statement.Scan(name(s.identifier()), range(s.range()), carries, block(s.block()), span);
        } else if (tree instanceof NnParser.ForStatementContext s) {
            return new Statement.For(name(s.identifier()), range(s.range()), block(s.block()), span);
        }
        return collect((NnParser.CollectStatementContext) tree, span);
    }

    private Statement collect(NnParser.CollectStatementContext tree, Span span) {
        word(tree.identifier(0), "as");
        if (tree.axis != null) {
            word(tree.identifier(2), "axis");
        }
        return new Statement.Collect(
                expressions.expression(tree.value), name(tree.identifier(1)), optional(tree.axis), span);
    }

    /** A word that is special only here. */
    private void word(NnParser.IdentifierContext tree, String expected) {
        if (!tree.getText().equals(expected)) {
            errors.wrongWord(spans.of(tree), expected);
        }
    }

    // -- doc comments

    private Optional<String> doc(ParserRuleContext tree) {
        List<Token> hidden = tokens.getHiddenTokensToLeft(tree.getStart().getTokenIndex(), NnLexer.DOCUMENTATION);
        return hidden == null || hidden.isEmpty()
                ? Optional.empty()
                : Optional.of(plain(hidden.get(hidden.size() - 1).getText()));
    }

    private static String plain(String comment) {
        String inner = comment.substring(3, comment.length() - 2);
        return inner.lines()
                .map(line -> line.strip().replaceFirst("^\\* ?", ""))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
