package dev.leibniz.compiler.maven;

import java.util.Properties;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Gives javac and the JVM of tests the SIMD module, in every project that uses this plugin as an extension and generates SIMD kernels.
 */
public final class SimdParticipant extends AbstractMavenLifecycleParticipant {
    private static final String OPTION = "--add-modules";
    private static final String MODULE = "jdk.incubator.vector";
    private static final String ARGUMENTS = OPTION + " " + MODULE;

    /** How arguments refer to the property, behind {@code $} or, to be replaced when tests run, {@code @}. */
    private static final String PROPERTY = "{argLine}";

    @Override
    public void afterProjectsRead(MavenSession session) {
        session.getProjects().forEach(project -> configure(project, session.getUserProperties()));
    }

    static void configure(MavenProject project, Properties userProperties) {
        Plugin ours = project.getPlugin("dev.leibniz:leibniz-maven-plugin");
        if (ours != null && ours.isExtensions() && wantsSimd(ours, project, userProperties)) {
            configure(
                    project.getPlugin("org.apache.maven.plugins:maven-compiler-plugin"),
                    SimdParticipant::addToCompiler);
            configure(project.getPlugin("org.apache.maven.plugins:maven-surefire-plugin"), SimdParticipant::addToTests);
            configure(project.getPlugin("org.apache.maven.plugins:maven-failsafe-plugin"), SimdParticipant::addToTests);
            addToProperty(project.getProperties());
        }
    }

    private static boolean wantsSimd(Plugin ours, MavenProject project, Properties userProperties) {
        String inProject = project.getProperties().getProperty("leibniz.simd");
        String said = userProperties.getProperty("leibniz.simd", inProject);
        if (ours.getConfiguration() instanceof Xpp3Dom configuration && configuration.getChild("simd") != null) {
            said = configuration.getChild("simd").getValue();
        }
        return !"false".equals(said);
    }

    /** What is changed in a configuration. */
    private interface Change {
        void apply(Xpp3Dom configuration);
    }

    /** Changes the configuration of a plugin and those of its executions, into which it has been merged already. */
    private static void configure(@Nullable Plugin plugin, Change change) {
        if (plugin == null) {
            return;
        }
        Xpp3Dom configuration = orEmpty(plugin.getConfiguration());
        change.apply(configuration);
        plugin.setConfiguration(configuration);
        for (PluginExecution execution : plugin.getExecutions()) {
            Xpp3Dom own = orEmpty(execution.getConfiguration());
            change.apply(own);
            execution.setConfiguration(own);
        }
    }

    private static Xpp3Dom orEmpty(@Nullable Object configuration) {
        return configuration instanceof Xpp3Dom dom ? dom : new Xpp3Dom("configuration");
    }

    private static void addToCompiler(Xpp3Dom configuration) {
        Xpp3Dom arguments = configuration.getChild("compilerArgs");
        if (arguments == null) {
            arguments = new Xpp3Dom("compilerArgs");
            configuration.addChild(arguments);
        }
        for (Xpp3Dom argument : arguments.getChildren()) {
            if (argument.getValue() != null && argument.getValue().contains(MODULE)) {
                return;
            }
        }
        add(arguments, OPTION);
        add(arguments, MODULE);
    }

    private static void add(Xpp3Dom arguments, String value) {
        Xpp3Dom argument = new Xpp3Dom("arg");
        argument.setValue(value);
        arguments.addChild(argument);
    }

    /** Appends to the JVM's arguments where a configuration sets them; else, or if they refer to it, the property decides. */
    private static void addToTests(Xpp3Dom configuration) {
        Xpp3Dom line = configuration.getChild("argLine");
        if (line == null || line.getValue() == null) {
            return;
        }
        String own = line.getValue();
        if (!own.contains(MODULE) && !own.contains(PROPERTY)) {
            line.setValue(own + " " + ARGUMENTS);
        }
    }

    private static void addToProperty(Properties properties) {
        String line = properties.getProperty("argLine", "");
        if (!line.contains(MODULE)) {
            properties.setProperty("argLine", (line + " " + ARGUMENTS).strip());
        }
    }
}
