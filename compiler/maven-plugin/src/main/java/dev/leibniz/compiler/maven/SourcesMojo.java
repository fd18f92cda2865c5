package dev.leibniz.compiler.maven;

import dev.leibniz.compiler.driver.CompileOptions;
import dev.leibniz.compiler.driver.LeibnizCompiler;
import dev.leibniz.compiler.driver.Precision;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals share: parameters, which Maven wants as fields of a common superclass, and one call of {@link NnBuild}. */
@SuppressWarnings("NullAway.Init")
abstract class SourcesMojo extends AbstractMojo {
    /** The project being built. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /** Where builds remember what they did. */
    @Parameter(
            defaultValue = "${project.build.directory}/maven-status/leibniz-maven-plugin",
            readonly = true,
            required = true)
    File statusDirectory;

    /** Compiles nothing; what an earlier build generated stays a source of the project. */
    @Parameter(property = "leibniz.skip", defaultValue = "false")
    boolean skip;

    /** The files to compile, as patterns inside of the source folder. All `.nn` files if none is given. */
    @Parameter(property = "leibniz.includes")
    @Nullable
    List<String> includes;

    /** The files not to compile, as patterns inside of the source folder. */
    @Parameter(property = "leibniz.excludes")
    @Nullable
    List<String> excludes;

    /** Whether a warning fails the build. */
    @Parameter(property = "leibniz.failOnWarning", defaultValue = "false")
    boolean failOnWarning;

    /** The encoding of the sources. What is generated is always UTF-8. */
    @Parameter(property = "leibniz.encoding", defaultValue = "UTF-8")
    String encoding;

    /** Whether kernels for the Vector API are generated beside the plain ones. */
    @Parameter(property = "leibniz.simd", defaultValue = "true")
    boolean simd;

    /** {@code float} or {@code double}, whatever the networks say. */
    @Parameter(property = "leibniz.precision")
    @Nullable
    String precision;

    /** Values for fixed sizes, whatever the networks say: entries such as {@code H=128}. */
    @Parameter(property = "leibniz.sizes")
    @Nullable
    List<String> sizes;

    /** The folder of sources; a file's folder in it is its package. */
    abstract Path sources();

    /** The folders whose sources may be imported, while nothing is generated from them. */
    abstract List<Path> libraries();

    /** The folder that the generated sources go to. */
    abstract Path output();

    /** Makes the output folder a source root of the project. */
    abstract void register(String folder);

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        register(output().toString());
        if (skip) {
            getLog().info("Compiling no .nn files: leibniz.skip is set");
            return;
        }
        try {
            new NnBuild(settings(), new LeibnizCompiler()::compile, getLog()).run();
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read or write " + e.getMessage(), e);
        }
    }

    private NnBuild.Settings settings() throws MojoExecutionException {
        return new NnBuild.Settings(
                sources(),
                libraries(),
                output(),
                statusDirectory.toPath().resolve(execution.getGoal()).resolve(execution.getExecutionId()),
                includes == null || includes.isEmpty() ? List.of("**/*.nn") : List.copyOf(includes),
                excludes == null ? List.of() : List.copyOf(excludes),
                charset(),
                failOnWarning,
                new CompileOptions(precision(), simd, sizeValues(), Optional.empty()));
    }

    private Charset charset() throws MojoExecutionException {
        try {
            return Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MojoExecutionException(
                    "leibniz.encoding must name an encoding that Java knows, found " + encoding);
        }
    }

    private Optional<Precision> precision() throws MojoExecutionException {
        if (precision == null || precision.isEmpty()) {
            return Optional.empty();
        }
        for (Precision candidate : Precision.values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(precision)) {
                return Optional.of(candidate);
            }
        }
        throw new MojoExecutionException("leibniz.precision must be float or double, found " + precision);
    }

    private Map<String, Long> sizeValues() throws MojoExecutionException {
        Map<String, Long> values = new TreeMap<>();
        for (String entry : sizes == null ? new ArrayList<String>() : sizes) {
            String[] parts = entry.strip().split("\\s*=\\s*", -1);
            if (parts.length != 2 || parts[0].isEmpty() || !parts[1].matches("\\d{1,18}")) {
                throw new MojoExecutionException("leibniz.sizes must hold entries such as H=128, found " + entry);
            }
            values.put(parts[0], Long.parseLong(parts[1]));
        }
        return values;
    }
}
