package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that leads from names of other libraries to ours names nothing that does not exist. */
class WhereIsTest {

    /** Names that are not in our classes. */
    private static final Map<String, String> OTHERS = Map.of("Mapped", "an interface of each entity", "User_",
            "a sample of a generated class", "@Transactional", "of Spring", "@Nullable", "of JSpecify");

    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");

    private final List<String> lines = Project.read(Project.root().resolve("docs/reference/where-is.md")).lines()
            .toList();

    @Test
    void everyNameExists() {
        var known = known();

        assertThat(rows().flatMap(row -> SPAN.matcher(row.get(2)).results().map(span -> span.group(1)))
                .filter(name -> !exists(name, known))).isEmpty();
    }

    @Test
    void aNameThatDoesNotExistIsCaught() {
        var known = known();

        assertThat(List.of("Engine.create", "@Version", "rubedo upgrade", "session.savepoint", "POSTS"))
                .allMatch(name -> name.equals("POSTS") != exists(name, known));
        assertThat(List.of("Engine.conjure", "@Persist", "rubedo obey", "session.persist"))
                .noneMatch(name -> exists(name, known));
    }

    @Test
    void everyTableHasEightyNames() {
        var sizes = lines.stream().filter(line -> line.startsWith("## ") || line.startsWith("| "))
                .collect(Collectors.collectingAndThen(Collectors.joining("\n"), page -> Arrays.stream(page.split("## "))
                        .skip(1).map(section -> section.lines().count() - 2).toList()));

        assertThat(sizes).hasSize(3).allMatch(size -> size >= 80);
    }

    @Test
    void everyNameIsListedOnce() {
        assertThat(lines.stream().filter(line -> line.startsWith("| `"))).doesNotHaveDuplicates();
    }

    private record Known(Map<String, List<JavaClass>> types, Set<String> members, Set<String> commands) {}

    private static Known known() {
        var types = Project.classes().stream().filter(type -> !type.getSimpleName().isEmpty())
                .collect(Collectors.groupingBy(JavaClass::getSimpleName));
        var members = Project.classes().stream().flatMap(WhereIsTest::members).collect(Collectors.toSet());
        var command = Pattern.compile("@Command\\(name = \"(\\w[\\w-]*)\"");
        var commands = Project.javaFiles(Project.root().resolve("cli/src/main/java")).stream()
                .flatMap(file -> command.matcher(Project.read(file)).results()).map(found -> found.group(1))
                .collect(Collectors.toSet());
        return new Known(types, members, commands);
    }

    private static Stream<String> members(JavaClass type) {
        return Stream.concat(type.getMethods().stream().map(method -> method.getName()),
                type.getFields().stream().map(field -> field.getName()));
    }

    private static boolean exists(String name, Known known) {
        if (OTHERS.containsKey(name)) {
            return true;
        }
        if (name.startsWith("rubedo ")) {
            return known.commands.contains(name.substring("rubedo ".length()));
        }
        if (name.startsWith("@")) {
            return known.types.getOrDefault(name.substring(1), List.of()).stream().anyMatch(JavaClass::isAnnotation);
        }
        int dot = name.indexOf('.');
        if (dot < 0) {
            return known.types.containsKey(name) || known.members.contains(name);
        }
        var owner = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1, dot);
        return known.types.getOrDefault(owner.replace("Metadata", "MetaData"), List.of()).stream()
                .flatMap(type -> Stream.concat(Stream.of(type),
                        Objects.requireNonNull(type.getAllRawSuperclasses()).stream()
                                .map(JavaClass.class::cast)))
                .flatMap(WhereIsTest::members).anyMatch(name.substring(dot + 1)::equals)
                || known.types.getOrDefault(owner, List.of()).stream()
                        .flatMap(type -> type.getAllRawInterfaces().stream()).flatMap(WhereIsTest::members)
                        .anyMatch(name.substring(dot + 1)::equals);
    }

    /** The cells of the rows, of which the third is what stands for a name here. */
    private Stream<List<String>> rows() {
        return lines.stream().filter(line -> line.startsWith("| ") && !line.startsWith("| elsewhere |"))
                .map(line -> List.of(line.split(" \\| |^\\| ", -1)));
    }
}
