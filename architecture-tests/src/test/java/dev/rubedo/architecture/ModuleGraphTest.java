package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Rule 1 for modules: each depends on exactly what the layout says, and Maven refuses cycles by itself. */
class ModuleGraphTest {

    static Stream<Layout.Module> modules() {
        return Layout.modules().stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleDependsOnWhatTheLayoutSays(Layout.Module module) throws Exception {
        assertThat(ownDependencies(Project.root().resolve(module.folder()).resolve("pom.xml")))
                .isEqualTo(module.dependencies());
    }

    @Test
    void aForbiddenDependencyIsCaught(@TempDir Path folder) throws Exception {
        var pom = plant(folder);

        assertThat(ownDependencies(pom)).containsExactly("rubedo-orm");
    }

    private static Path plant(Path folder) throws IOException {
        return Files.writeString(folder.resolve("pom.xml"), """
                <project>
                  <dependencies>
                    <dependency><groupId>dev.rubedo</groupId><artifactId>rubedo-orm</artifactId></dependency>
                    <dependency><groupId>dev.rubedo</groupId><artifactId>rubedo-tck</artifactId><scope>test</scope></dependency>
                    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId></dependency>
                    <dependency><groupId>dev.rubedo</groupId><artifactId>rubedo-processor</artifactId><type>pom</type></dependency>
                  </dependencies>
                </project>
                """);
    }

    /** The artifacts of ours that main code sees: neither of test scope, nor there for the order of the reactor. */
    private static Set<String> ownDependencies(Path pom) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        var found = new TreeSet<String>();
        var dependencies = document.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            var dependency = (Element) dependencies.item(i);
            if (text(dependency, "groupId").equals("dev.rubedo") && !text(dependency, "scope").equals("test")
                    && !text(dependency, "type").equals("pom")) {
                found.add(text(dependency, "artifactId"));
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        var children = parent.getElementsByTagName(name);
        return children.getLength() == 0 ? "" : children.item(0).getTextContent().strip();
    }
}
