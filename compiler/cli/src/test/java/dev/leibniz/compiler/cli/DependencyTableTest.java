package dev.leibniz.compiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The README's list of what others wrote: each library and each plugin of the POMs with its licence and what it is for, and nothing else. */
final class DependencyTableTest {
    private static final Path REPOSITORY = Path.of("../..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.-]+:)?([\\w.-]+)`(.*)$");

    private static List<Path> poms() throws IOException {
        try (Stream<Path> paths = Files.walk(REPOSITORY)) {
            return paths.filter(path -> path.endsWith("pom.xml"))
                    .filter(path -> !path.toString().matches(".*[/\\\\](target|it|new)[/\\\\].*"))
                    .toList();
        }
    }

    /** The coordinates in all elements of these names, without versions; the group is left out where Maven may leave it out. */
    private static Set<String> inPoms(String... elements) throws Exception {
        Set<String> found = new TreeSet<>();
        for (Path pom : poms()) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
            for (String element : elements) {
                NodeList all = document.getElementsByTagName(element);
                for (int i = 0; i < all.getLength(); i++) {
                    Element one = (Element) all.item(i);
                    String group = text(one, "groupId");
                    if (!group.equals("dev.leibniz") && !text(one, "artifactId").isEmpty()) {
                        found.add(group + ":" + text(one, "artifactId"));
                    }
                }
            }
        }
        return found;
    }

    private static String text(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static String section() throws IOException {
        String readme = Files.readString(REPOSITORY.resolve("README.md"));
        int from = readme.indexOf("\n## Dependencies\n");
        return readme.substring(from, readme.indexOf("\n## ", from + 1));
    }

    private static Set<String> inReadme() throws IOException {
        Set<String> listed = new TreeSet<>();
        ROW.matcher(section()).results().forEach(row -> listed.add(row.group(1) + row.group(2)));
        return listed;
    }

    @Test
    void everyLibraryAndPluginIsListedAndNoOther() throws Exception {
        assertThat(inReadme())
                .containsExactlyInAnyOrderElementsOf(inPoms("dependency", "path", "plugin", "artifactItem"));
    }

    @Test
    void eachRowTellsALicenceAndAReason() throws IOException {
        assertThat(ROW.matcher(section()).results().map((MatchResult row) -> row.group(3)))
                .allMatch(rest -> rest.matches(" \\| [A-Z][^|]+ \\| [^|]+ \\|"));
    }
}
