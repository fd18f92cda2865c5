package dev.leibniz.compiler.maven;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Brings the {@code .nn} files of a project, tests included, into the one style. */
@Mojo(name = "format", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class FormatMojo extends SourcesMojo {
    /** The folder of the tests' {@code .nn} files. */
    @Parameter(property = "leibniz.testSourceDirectory", defaultValue = "${project.basedir}/src/test/nn")
    private File testSourceDirectory;

    /** Whether files are left as they are, and the build fails if one of them is not in the style. */
    @Parameter(property = "leibniz.format.check", defaultValue = "false")
    private boolean check;

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        new NnFormat(
                        new NnFormat.Settings(
                                List.of(folder(sourceDirectory), folder(testSourceDirectory)),
                                ParameterValues.encoding(encoding),
                                check),
                        getLog())
                .run();
    }
}
