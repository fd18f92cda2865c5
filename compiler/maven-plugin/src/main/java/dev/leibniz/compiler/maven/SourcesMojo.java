package dev.leibniz.compiler.maven;

import dev.leibniz.runtime.io.FileProblem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all goals share: which files they are about, as parameters, which Maven wants as fields of a common superclass. */
@SuppressWarnings("NullAway.Init")
abstract class SourcesMojo extends AbstractMojo {
    /** The project being built. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    /** The folder of {@code .nn} files; a file's folder in it is its package. */
    @Parameter(property = "leibniz.sourceDirectory", defaultValue = "${project.basedir}/src/main/nn")
    File sourceDirectory;

    /** Does nothing. What an earlier build generated stays a source of the project. */
    @Parameter(property = "leibniz.skip", defaultValue = "false")
    boolean skip;

    /** The files that are meant, as patterns of their paths in the folder, such as {@code demo/**}. All {@code .nn} files if there are none. */
    @Parameter(property = "leibniz.includes")
    @Nullable
    List<String> includes;

    /** The files that are left out of those, as patterns such as <code>**&#47;Draft*.nn</code>. */
    @Parameter(property = "leibniz.excludes")
    @Nullable
    List<String> excludes;

    /** The encoding of the project's {@code .nn} files. Those of dependencies, and everything generated, are UTF-8. */
    @Parameter(property = "leibniz.encoding", defaultValue = "UTF-8")
    String encoding;

    /** Tells the project of folders, which it has to know even if nothing is done. */
    void prepare() {}

    /** What the goal does. */
    abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        prepare();
        if (skip) {
            getLog().info("Nothing is done with .nn files: leibniz.skip is set");
            return;
        }
        try {
            run();
        } catch (IOException e) {
            throw failure(e);
        } catch (UncheckedIOException e) {
            throw failure(e.getCause());
        }
    }

    private static MojoFailureException failure(IOException cause) {
        return new MojoFailureException(new FileProblem(cause).message());
    }

    /** A folder with the files that the parameters choose. */
    final SourceFolder folder(File root) {
        return new SourceFolder(root.toPath(), ParameterValues.list(includes), ParameterValues.list(excludes));
    }
}
