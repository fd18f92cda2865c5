package dev.leibniz.compiler.emit;

import com.palantir.javapoet.ClassName;
import dev.leibniz.compiler.schedule.NetworkCode;

/** The names of a network's classes. */
final class NetworkNames {
    private final String packageName;
    private final String name;

    NetworkNames(NetworkCode code) {
        this.packageName = code.packageName();
        this.name = code.name();
    }

    ClassName model() {
        return ClassName.get(packageName, name);
    }

    ClassName kernels() {
        return ClassName.get(packageName, name + "Kernels");
    }

    ClassName scalarKernels() {
        return ClassName.get(packageName, name + "ScalarKernels");
    }

    ClassName vectorKernels() {
        return ClassName.get(packageName, name + "VectorKernels");
    }

    ClassName forward() {
        return ClassName.get(packageName, name + "Forward");
    }

    ClassName backward() {
        return ClassName.get(packageName, name + "Backward");
    }

    ClassName update(String rule) {
        return ClassName.get(packageName, name + JavaNames.className(rule));
    }

    ClassName workspace() {
        return model().nestedClass("Workspace");
    }

    ClassName trainer() {
        return model().nestedClass("Trainer");
    }
}
