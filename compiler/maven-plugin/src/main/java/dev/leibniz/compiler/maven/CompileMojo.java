package dev.leibniz.compiler.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Compiles the networks of a project to Java sources. */
@Mojo(name = "compile", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class CompileMojo extends SourcesMojo {
    /** The folder of `.nn` files; a file's folder in it is its package. */
    @Parameter(property = "leibniz.sourceDirectory", defaultValue = "${project.basedir}/src/main/nn")
    private File sourceDirectory;

    /** The folder that the generated sources go to. */
    @Parameter(property = "leibniz.outputDirectory", defaultValue = "${project.build.directory}/generated-sources/nn")
    private File outputDirectory;

    @Override
    Path sources() {
        return sourceDirectory.toPath();
    }

    @Override
    List<Path> libraries() {
        return List.of();
    }

    @Override
    Path output() {
        return outputDirectory.toPath();
    }

    @Override
    void register(String folder) {
        project.addCompileSourceRoot(folder);
    }
}
