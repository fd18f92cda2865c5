package dev.leibniz.compiler.rewrite;

import dev.leibniz.compiler.ir.Value;
import dev.leibniz.compiler.op.Add;
import dev.leibniz.compiler.op.Builder;
import dev.leibniz.compiler.op.Divide;
import dev.leibniz.compiler.op.Exp;
import dev.leibniz.compiler.op.Expm1;
import dev.leibniz.compiler.op.Multiply;
import dev.leibniz.compiler.op.Negate;
import dev.leibniz.compiler.op.Sigmoid;
import dev.leibniz.compiler.op.Subtract;
import java.util.Optional;

/** {@code (exp(a) − exp(b))/(exp(a) + exp(b)) → tanh((a − b)/2)}, also where one of the exponentials is 1, and {@code 2·sigmoid(x) − 1 → tanh(x/2)} (stable). */
final class StabiliseTanh implements Rule {
    @Override
    public Safety safety() {
        return Safety.STABLE;
    }

    @Override
    public Optional<Value> apply(Value v, Builder g) {
        if (v.op() instanceof Subtract difference && Terms.is(difference.b(), 1)) {
            return twiceSigmoid(difference.a()).map(x -> g.tanh(g.multiply(g.constant(0.5), x)));
        } else if (!(v.op() instanceof Divide quotient)) {
            return Optional.empty();
        } else {
            return quotient(quotient, g);
        }
    }

    private static Optional<Value> twiceSigmoid(Value v) {
        if (!(v.op() instanceof Multiply product)) {
            return Optional.empty();
        }
        Value other = Terms.is(product.a(), 2) ? product.b() : product.a();
        boolean isTwice = Terms.is(product.a(), 2) || Terms.is(product.b(), 2);
        return isTwice && other.op() instanceof Sigmoid sigmoid ? Optional.of(sigmoid.x()) : Optional.empty();
    }

    private static Optional<Value> quotient(Divide quotient, Builder g) {
        Optional<Value> exponent = Sigmoids.onePlusExp(quotient.b());
        if (exponent.isPresent()) {
            Value x = exponent.get();
            Value value = g.tanh(g.multiply(g.constant(0.5), x));
            if (isExpMinusOne(quotient.a(), x)) {
                return Optional.of(value);
            }
            return isOneMinusExp(quotient.a(), x) ? Optional.of(g.negate(value)) : Optional.empty();
        }
        return quotient.a().op() instanceof Subtract difference
                        && quotient.b().op() instanceof Add sum
                        && difference.a().op() instanceof Exp first
                        && difference.b().op() instanceof Exp second
                        && isPair(sum, difference)
                ? Optional.of(g.tanh(g.multiply(g.constant(0.5), g.subtract(first.x(), second.x()))))
                : Optional.empty();
    }

    private static boolean isPair(Add sum, Subtract difference) {
        return sum.a() == difference.a() && sum.b() == difference.b()
                || sum.a() == difference.b() && sum.b() == difference.a();
    }

    private static boolean isExpMinusOne(Value v, Value x) {
        return v.op() instanceof Expm1 expm1 && expm1.x() == x
                || v.op() instanceof Subtract difference
                        && Terms.is(difference.b(), 1)
                        && difference.a().op() instanceof Exp exp
                        && exp.x() == x;
    }

    private static boolean isOneMinusExp(Value v, Value x) {
        return v.op() instanceof Negate negation && isExpMinusOne(negation.x(), x)
                || v.op() instanceof Subtract difference
                        && Terms.is(difference.a(), 1)
                        && difference.b().op() instanceof Exp exp
                        && exp.x() == x;
    }
}
