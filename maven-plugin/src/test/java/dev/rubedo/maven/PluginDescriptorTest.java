package dev.rubedo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.cli.RubedoMigrations;
import dev.rubedo.migrate.command.MigrationEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The descriptor of the plugin fits its class and the commands. */
class PluginDescriptorTest {
    private final List<Element> mojos = new ArrayList<>();

    @BeforeEach
    void read() throws Exception {
        try (var in = PluginDescriptorTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            var all = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getElementsByTagName("mojo");
            for (int i = 0; i < all.getLength(); i++) {
                mojos.add((Element) all.item(i));
            }
        }
    }

    private static String text(Element mojo, String name) {
        return mojo.getElementsByTagName(name).item(0).getTextContent();
    }

    private static List<Element> children(Element parent) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    @Test
    void eachCommandIsAGoalAndEachGoalACommand() {
        var out = new StringWriter();
        RubedoMigrations.run(new String[]{"--help"}, MigrationEnvironment.DEFAULT, null, new PrintWriter(out, true),
                new PrintWriter(new StringWriter(), true));
        var commands = Pattern.compile("(?m)^  ([a-z-]+)\\s{2,}").matcher(out.toString())
                .results().map(match -> match.group(1)).toList();

        assertThat(commands).contains("upgrade", "new");
        assertThat(mojos.stream().map(mojo -> text(mojo, "goal"))).as("these need no project")
                .containsExactlyInAnyOrderElementsOf(commands.stream()
                        .filter(each -> !Set.of("new", "convert-jpa").contains(each)).toList());
    }

    @Test
    void eachGoalSetsItsCommand() {
        assertThat(mojos).allSatisfy(mojo -> {
            var command = (Element) mojo.getElementsByTagName("command").item(0);
            assertThat(command.getAttribute("default-value")).isEqualTo(text(mojo, "goal"));
        });
    }

    @Test
    void theProjectIsCompiledBeforeAllButWhatWritesItsFirstSourcesOrIsPartOfTheBuild() {
        assertThat(mojos.stream().filter(mojo -> mojo.getElementsByTagName("executePhase").getLength() == 0)
                .map(mojo -> text(mojo, "goal"))).containsExactlyInAnyOrder("init", "generate", "compile");
        assertThat(mojos.stream().filter(mojo -> mojo.getElementsByTagName("phase").getLength() > 0))
                .singleElement().satisfies(mojo -> assertThat(text(mojo, "goal") + " in " + text(mojo, "phase"))
                        .isEqualTo("compile in process-classes"));
        assertThat(mojos.stream().filter(mojo -> mojo.getElementsByTagName("executePhase").getLength() > 0))
                .allSatisfy(mojo -> assertThat(text(mojo, "executePhase")).isEqualTo("process-classes"));
    }

    @Test
    void eachParameterIsAFieldOfItsType() {
        for (var mojo : mojos) {
            var configured = new TreeSet<String>();
            children((Element) mojo.getElementsByTagName("configuration").item(0))
                    .forEach(element -> configured.add(element.getTagName()));
            var declared = new TreeSet<String>();
            for (var parameter : children((Element) mojo.getElementsByTagName("parameters").item(0))) {
                declared.add(text(parameter, "name"));
                assertThat(CommandMojo.class.getDeclaredFields()).anySatisfy(field -> {
                    assertThat(field.getName()).isEqualTo(text(parameter, "name"));
                    assertThat(field.getType().getName()).isEqualTo(text(parameter, "type"));
                });
            }
            assertThat(declared).isEqualTo(configured);
            assertThat(text(mojo, "implementation")).isEqualTo(CommandMojo.class.getName());
        }
    }
}
