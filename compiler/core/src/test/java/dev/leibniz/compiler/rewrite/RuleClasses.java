package dev.leibniz.compiler.rewrite;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The rules that exist, found among the compiled classes. */
public final class RuleClasses {
    private RuleClasses() {}

    public static List<String> names() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(Rule.class.getPackageName())
                        .stream()
                        .filter(type -> type.isAssignableTo(Rule.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .toList();
    }
}
