package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A simple name means one type, so that a reader knows what it is without its import. */
class EqualNamesTest {

    /** Tools, whose types the code of applications does not meet. */
    private static final Set<String> APART = Set.of("processor", "cli", "generate", "tck");

    /** The simple names that several packages have, with the reason. */
    private static final Map<String, String> ALLOWED = new TreeMap<>();

    static {
        for (var name : List.of("Column", "Computed", "Criteria", "ForeignKey", "Index", "Relationship", "TableOption",
                "TableOptions")) {
            ALLOWED.put(name, "the annotation, and what it declares");
        }
        ALLOWED.put("CustomOperation", "doors of expressions and of migrations, which no file needs together");
    }

    @Test
    void typesOfDifferentPackagesHaveDifferentNames() {
        var packages = new TreeMap<String, Set<String>>();
        Layout.modules().stream().filter(module -> !APART.contains(module.folder()))
                .flatMap(module -> Project.classesOf(module).stream()).filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().endsWith("-info"))
                .forEach(type -> packages.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getPackageName()));
        var equal = packages.entrySet().stream().filter(entry -> entry.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(equal.keySet()).as("%s", equal).containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }
}
