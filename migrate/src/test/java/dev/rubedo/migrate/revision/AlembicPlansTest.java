package dev.rubedo.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.migrate.error.RevisionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Plans on random graphs are those that Alembic makes. */
class AlembicPlansTest {

    @Test
    void plansAreThoseOfAlembic() throws IOException {
        var differences = new ArrayList<String>();
        int compared = 0;
        for (var graph : graphs()) {
            var map = new RevisionMap(graph.stream().filter(line -> line.startsWith("rev ")).map(this::node).toList());
            for (var line : graph) {
                var difference = difference(map, line);
                compared++;
                if (!difference.isEmpty()) {
                    differences.add(difference + "\n  of " + map.revisions());
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(2_500);
    }

    private static List<List<String>> graphs() throws IOException {
        var graphs = new ArrayList<List<String>>();
        try (var stream = Objects
                .requireNonNull(AlembicPlansTest.class.getResourceAsStream("alembic-plans.txt"))) {
            for (var line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.equals("graph")) {
                    graphs.add(new ArrayList<>());
                } else if (!line.startsWith("#")) {
                    graphs.get(graphs.size() - 1).add(line);
                }
            }
        }
        return graphs;
    }

    private RevisionNode node(String line) {
        var words = line.split(" ");
        return new RevisionNode(words[1], list(words[2]), list(words[3]), list(words[4]), "");
    }

    private static List<String> list(String word) {
        return word.equals("-") ? List.of() : List.of(word.split(","));
    }

    private static String text(Collection<String> ids) {
        return ids.isEmpty() ? "-" : String.join(",", new TreeSet<>(ids));
    }

    private static String difference(RevisionMap map, String line) {
        var words = line.split(" ");
        var found = switch (words[0]) {
            case "rev" -> line;
            case "heads" -> "heads " + text(map.heads());
            case "effective" -> "effective " + text(map.effectiveHeads());
            case "labels" -> "labels " + String.join(" ", map.revisions().stream()
                    .map(node -> node.id() + "=" + text(map.branchLabels(node.id()))).toList());
            default -> planned(map, words);
        };
        return found.equals(line) ? "" : "expected " + line + "\n     was " + found;
    }

    private static String planned(RevisionMap map, String[] words) {
        var question = words[0] + " " + words[1] + " " + words[2];
        var current = list(words[1]);
        try {
            return question + switch (words[0]) {
                case "upgrade" -> answer(map.upgrade(words[2], current), current);
                case "downgrade" -> answer(map.downgrade(words[2], current), current);
                case "stamp" -> answer(map.stamp(List.of(words[2].split(",")), current), current);
                case "range" -> {
                    var ends = words[2].split(":");
                    yield " = " + String.join(" ", RevisionMap.ids(map.range(ends[0], ends[1])));
                }
                default -> throw new IllegalArgumentException(words[0]);
            };
        } catch (RevisionException e) {
            return question + " !";
        }
    }

    private static String answer(List<? extends VersionStep> steps, Collection<String> current) {
        Set<String> heads = new TreeSet<>(current);
        var ids = new ArrayList<String>();
        for (var step : steps) {
            if (step instanceof RevisionStep revision) {
                ids.add(revision.revision().id());
            }
            heads = step.apply(heads);
        }
        return " = " + String.join(" ", ids) + " > " + text(heads);
    }
}
