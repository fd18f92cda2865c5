package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;

/** The classes of the Vector API, by name: the compiler itself need not have the module. */
final class VectorTypes {
    static final String PACKAGE = "jdk.incubator.vector";
    static final ClassName FLOATS = ClassName.get(PACKAGE, "FloatVector");
    static final ClassName INTS = ClassName.get(PACKAGE, "IntVector");
    static final ClassName SPECIES = ClassName.get(PACKAGE, "VectorSpecies");
    static final ClassName MASK = ClassName.get(PACKAGE, "VectorMask");
    static final ClassName OPERATORS = ClassName.get(PACKAGE, "VectorOperators");
    static final ClassName FUNCTIONS = ClassName.get("dev.leibniz.runtime.kernel", "VectorFunctions");
    static final ClassName LANES = ClassName.get("dev.leibniz.runtime.kernel", "VectorLanes");
    static final ClassName MAT_MUL = ClassName.get("dev.leibniz.runtime.kernel", "VectorMatMul");

    private VectorTypes() {}
}
