package dev.leibniz.compiler.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Compiles the networks of a project's tests to Java sources. They may import what the project's own sources declare. */
@Mojo(name = "test-compile", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class TestCompileMojo extends SourcesMojo {
    /** The folder of `.nn` files; a file's folder in it is its package. */
    @Parameter(property = "leibniz.testSourceDirectory", defaultValue = "${project.basedir}/src/test/nn")
    private File testSourceDirectory;

    /** The folder of `.nn` files that may be imported. */
    @Parameter(property = "leibniz.sourceDirectory", defaultValue = "${project.basedir}/src/main/nn")
    private File sourceDirectory;

    /** The folder that the generated sources go to. */
    @Parameter(
            property = "leibniz.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/nn")
    private File testOutputDirectory;

    @Override
    Path sources() {
        return testSourceDirectory.toPath();
    }

    @Override
    List<Path> libraries() {
        return List.of(sourceDirectory.toPath());
    }

    @Override
    Path output() {
        return testOutputDirectory.toPath();
    }

    @Override
    void register(String folder) {
        project.addTestCompileSourceRoot(folder);
    }
}
