package dev.leibniz.compiler.maven;

import dev.leibniz.compiler.driver.CompileOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals share that compile: what is said of the networks from outside. */
@SuppressWarnings("NullAway.Init")
abstract class ProgramMojo extends SourcesMojo {
    /** Whether a warning fails the build. */
    @Parameter(property = "leibniz.failOnWarning", defaultValue = "false")
    boolean failOnWarning;

    /** What all networks compute in, whatever they say themselves: {@code float} or {@code double}. */
    @Parameter(property = "leibniz.precision")
    @Nullable
    String precision;

    /** Values of fixed sizes, whatever the networks say: a list of entries such as {@code H=128}. */
    @Parameter(property = "leibniz.sizes")
    @Nullable
    List<String> sizes;

    /** @param simd whether kernels for the Vector API are wanted */
    final CompileOptions options(boolean simd) throws MojoExecutionException {
        return new CompileOptions(
                ParameterValues.precision(precision), simd, ParameterValues.sizes(sizes), Optional.empty());
    }

    /** The class path whose jars and folders may bring sources to import. */
    abstract List<String> classPath() throws DependencyResolutionRequiredException;

    /** What the class path has besides the project's own classes. */
    final Dependencies dependencies() throws MojoExecutionException {
        List<String> classPath;
        try {
            classPath = classPath();
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("the dependencies are not resolved", e);
        }
        Build build = project.getBuild();
        List<Path> own = List.of(Path.of(build.getOutputDirectory()), Path.of(build.getTestOutputDirectory()));
        return new Dependencies(classPath.stream()
                .map(Path::of)
                .filter(place -> !own.contains(place))
                .toList());
    }
}
