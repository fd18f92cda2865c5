package dev.leibniz.compiler.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compiles the networks of a project's tests to Java sources. They may import what the project's own sources declare. */
@Mojo(
        name = "test-compile",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class TestCompileMojo extends GeneratingMojo {
    /** The folder of the tests' {@code .nn} files; a file's folder in it is its package. */
    @Parameter(property = "leibniz.testSourceDirectory", defaultValue = "${project.basedir}/src/test/nn")
    private File testSourceDirectory;

    /** The folder that the generated sources go to. */
    @Parameter(
            property = "leibniz.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/nn")
    private File testOutputDirectory;

    @Override
    void prepare() {
        project.addTestCompileSourceRoot(testOutputDirectory.toString());
    }

    @Override
    SourceFolder sources() {
        return folder(testSourceDirectory);
    }

    @Override
    List<SourceFolder> libraries() {
        return List.of(SourceFolder.all(sourceDirectory.toPath()));
    }

    @Override
    List<String> classPath() throws DependencyResolutionRequiredException {
        return project.getTestClasspathElements();
    }

    @Override
    Path output() {
        return testOutputDirectory.toPath();
    }
}
