package dev.leibniz.compiler.maven;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Finds mistakes in all {@code .nn} files of a project, tests included, and compares the gradients of its networks with central differences, in double, at random
 * values. Writes nothing.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class CheckMojo extends ProgramMojo {
    /** The folder of the tests' {@code .nn} files; a file's folder in it is its package. */
    @Parameter(property = "leibniz.testSourceDirectory", defaultValue = "${project.basedir}/src/test/nn")
    private File testSourceDirectory;

    /**
     * Whether gradients are compared. Those of a network with {@code stop_gradient} are meant to disagree: leave its file out with {@code excludes}, or turn the
     * comparison off. Free sizes are 3, 4, … unless {@code sizes} has values for them.
     */
    @Parameter(property = "leibniz.gradients", defaultValue = "true")
    private boolean gradients;

    /** Decides the random values that gradients are compared at. */
    @Parameter(property = "leibniz.seed", defaultValue = "0")
    private long seed;

    @Override
    List<String> classPath() throws DependencyResolutionRequiredException {
        return project.getTestClasspathElements();
    }

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        new NnCheck(
                        new NnCheck.Settings(
                                folder(sourceDirectory),
                                folder(testSourceDirectory),
                                dependencies(),
                                ParameterValues.encoding(encoding),
                                failOnWarning,
                                options(false),
                                gradients ? OptionalLong.of(seed) : OptionalLong.empty()),
                        getLog())
                .run();
    }
}
