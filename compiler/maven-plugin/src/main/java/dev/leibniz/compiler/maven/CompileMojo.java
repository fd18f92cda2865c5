package dev.leibniz.compiler.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compiles the networks of a project to Java sources. */
@Mojo(
        name = "compile",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class CompileMojo extends GeneratingMojo {
    /** The folder that the generated sources go to. */
    @Parameter(property = "leibniz.outputDirectory", defaultValue = "${project.build.directory}/generated-sources/nn")
    private File outputDirectory;

    /** Whether the {@code .nn} files themselves go into the project's jar, so that projects that depend on it can import what they declare. */
    @Parameter(property = "leibniz.library", defaultValue = "false")
    private boolean library;

    @Override
    void prepare() {
        project.addCompileSourceRoot(outputDirectory.toString());
        if (library) {
            SourceFolder packed = sources();
            Resource resource = new Resource();
            resource.setDirectory(packed.root().toString());
            packed.includes().forEach(resource::addInclude);
            packed.excludes().forEach(resource::addExclude);
            project.addResource(resource);
        }
    }

    @Override
    SourceFolder sources() {
        return folder(sourceDirectory);
    }

    @Override
    List<SourceFolder> libraries() {
        return List.of();
    }

    @Override
    List<String> classPath() throws DependencyResolutionRequiredException {
        return project.getCompileClasspathElements();
    }

    @Override
    Path output() {
        return outputDirectory.toPath();
    }
}
