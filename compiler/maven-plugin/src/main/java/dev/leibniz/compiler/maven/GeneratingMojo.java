package dev.leibniz.compiler.maven;

import dev.leibniz.compiler.driver.LeibnizCompiler;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the two goals share that generate sources: one call of {@link NnBuild}. */
@SuppressWarnings("NullAway.Init")
abstract class GeneratingMojo extends ProgramMojo {
    /** What runs this goal. */
    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /** Where builds remember what they did. */
    @Parameter(
            defaultValue = "${project.build.directory}/maven-status/leibniz-maven-plugin",
            readonly = true,
            required = true)
    File statusDirectory;

    /**
     * Whether kernels for the Vector API are generated beside the plain ones. They run if the JVM is started with {@code --add-modules jdk.incubator.vector};
     * compiling them needs that option too. Where this plugin has {@code <extensions>true</extensions>}, it gives it to compiler and tests.
     */
    @Parameter(property = "leibniz.simd", defaultValue = "true")
    boolean simd;

    /** The sources. */
    abstract SourceFolder sources();

    /** The project's own folders whose sources may be imported, while nothing is generated from them. */
    abstract List<SourceFolder> libraries();

    /** The folder that the generated sources go to. */
    abstract Path output();

    @Override
    final void run() throws IOException, MojoExecutionException, MojoFailureException {
        new NnBuild(settings(), new LeibnizCompiler()::compile, getLog()).run();
    }

    private NnBuild.Settings settings() throws MojoExecutionException {
        return new NnBuild.Settings(
                sources(),
                libraries(),
                dependencies(),
                output(),
                statusDirectory.toPath().resolve(execution.getGoal()).resolve(execution.getExecutionId()),
                ParameterValues.encoding(encoding),
                failOnWarning,
                options(simd));
    }
}
