package dev.leibniz.compiler.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SimdParticipantTest {
    private final Plugin ours = plugin("dev.leibniz", "leibniz-maven-plugin");
    private final Plugin compiler = plugin("org.apache.maven.plugins", "maven-compiler-plugin");
    private final Plugin tests = plugin("org.apache.maven.plugins", "maven-surefire-plugin");
    private final Properties userProperties = new Properties();
    private MavenProject project = new MavenProject();

    @BeforeEach
    void aProjectThatUsesTheExtension() {
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().addPlugin(ours);
        model.getBuild().addPlugin(compiler);
        model.getBuild().addPlugin(tests);
        ours.setExtensions(true);
        compiler.addExecution(new PluginExecution());
        project = new MavenProject(model);
    }

    @Test
    void javacAndTestsGetTheModule() {
        SimdParticipant.configure(project, userProperties);

        assertThat(text(compiler.getConfiguration())).containsSubsequence("--add-modules", "jdk.incubator.vector");
        assertThat(text(compiler.getExecutions().get(0).getConfiguration())).contains("jdk.incubator.vector");
        assertThat(project.getProperties()).containsEntry("argLine", "--add-modules jdk.incubator.vector");
    }

    @Test
    void argumentsThatAreThereAreKept() throws Exception {
        compiler.setConfiguration(dom("<c><compilerArgs><arg>-Xlint</arg></compilerArgs></c>"));
        tests.setConfiguration(dom("<c><argLine>-Xmx1g</argLine></c>"));

        SimdParticipant.configure(project, userProperties);

        assertThat(text(compiler.getConfiguration())).containsSubsequence("-Xlint", "--add-modules");
        assertThat(text(tests.getConfiguration())).contains("-Xmx1g --add-modules jdk.incubator.vector");
    }

    @Test
    void theModuleIsNotAddedTwice() throws Exception {
        compiler.setConfiguration(dom(
                "<c><compilerArgs><arg>--add-modules</arg><arg>jdk.incubator.vector</arg>" + "</compilerArgs></c>"));

        SimdParticipant.configure(project, userProperties);
        SimdParticipant.configure(project, userProperties);

        assertThat(text(compiler.getConfiguration())).containsOnlyOnce("jdk.incubator.vector");
        assertThat(project.getProperties()).containsEntry("argLine", "--add-modules jdk.incubator.vector");
    }

    @Test
    void aModuleThatIsAddedInOneWordIsSeen() throws Exception {
        compiler.setConfiguration(
                dom("<c><compilerArgs><arg>--add-modules=jdk.incubator.vector</arg></compilerArgs></c>"));

        SimdParticipant.configure(project, userProperties);

        assertThat(text(compiler.getConfiguration())).containsOnlyOnce("jdk.incubator.vector");
    }

    @Test
    void argumentsThatReferToThePropertyAreLeftToIt() throws Exception {
        tests.setConfiguration(dom("<c><argLine>@{argLine} -Xmx1g</argLine></c>"));

        SimdParticipant.configure(project, userProperties);

        assertThat(text(tests.getConfiguration())).doesNotContain("jdk.incubator.vector");
        assertThat(project.getProperties()).containsEntry("argLine", "--add-modules jdk.incubator.vector");
    }

    @Test
    void aPluginThatIsNoExtensionChangesNothing() {
        ours.setExtensions(false);

        nothingChanges();
    }

    @Test
    void withoutSimdKernelsNothingIsNeeded() throws Exception {
        ours.setConfiguration(dom("<c><simd>false</simd></c>"));

        nothingChanges();
    }

    @Test
    void simdCanBeTurnedOffOnTheCommandLine() {
        userProperties.setProperty("leibniz.simd", "false");

        nothingChanges();
    }

    private void nothingChanges() {
        SimdParticipant.configure(project, userProperties);

        assertThat(compiler.getConfiguration()).isNull();
        assertThat(project.getProperties()).isEmpty();
    }

    private static Plugin plugin(String group, String artifact) {
        Plugin plugin = new Plugin();
        plugin.setGroupId(group);
        plugin.setArtifactId(artifact);
        return plugin;
    }

    private static Object dom(String text) throws Exception {
        return Xpp3DomBuilder.build(new StringReader(text));
    }

    private static String text(Object configuration) {
        return configuration.toString();
    }
}
