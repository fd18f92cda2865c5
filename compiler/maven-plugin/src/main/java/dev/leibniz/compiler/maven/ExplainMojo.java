package dev.leibniz.compiler.maven;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes a page for the browser for each {@code .nn} file that declares networks: a picture of each, how its derivatives come about, its kernels, its memory, the
 * generated Java.
 */
@Mojo(name = "explain", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class ExplainMojo extends ProgramMojo {
    /** The folder that the pages go to; that of {@code demo/Digits.nn} is {@code demo/Digits.html} in it. */
    @Parameter(property = "leibniz.explainDirectory", defaultValue = "${project.build.directory}/leibniz")
    private File explainDirectory;

    @Override
    List<String> classPath() throws DependencyResolutionRequiredException {
        return project.getCompileClasspathElements();
    }

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        new NnPages(
                        new NnPages.Settings(
                                folder(sourceDirectory),
                                dependencies(),
                                explainDirectory.toPath(),
                                ParameterValues.encoding(encoding),
                                failOnWarning,
                                options(false)),
                        getLog())
                .run();
    }
}
