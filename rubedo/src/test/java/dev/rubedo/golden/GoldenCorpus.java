package dev.rubedo.golden;

import dev.rubedo.golden.GoldenCase.Expected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Recorded cases from a folder that is named by the environment and may be absent. */
final class GoldenCorpus {

    /** The variable that names the folder. */
    static final String VARIABLE = "RUBEDO_GOLDEN";

    private GoldenCorpus() {}

    static Optional<Path> folder() {
        return Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of).filter(Files::isDirectory);
    }

    static List<GoldenCase> read(Path folder, String group) {
        var file = folder.resolve(group + ".json");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var cases = new ArrayList<GoldenCase>();
            for (JsonNode node : new ObjectMapper().readTree(Files.readString(file))) {
                cases.add(parse(node));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenCase parse(JsonNode node) {
        var expected = new LinkedHashMap<String, Expected>();
        node.path("norm").properties().forEach(entry -> expected.put(entry.getKey(), expected(entry.getValue())));
        var refused = new ArrayList<String>();
        node.path("errors").properties().forEach(entry -> refused.add(entry.getKey()));
        return new GoldenCase(node.path("id").asString(), node.path("says").asString(), expected, refused,
                node.has("error"));
    }

    private static Expected expected(JsonNode node) {
        var sql = node.path("sql");
        if (sql.isArray()) {
            return new Expected(sql.valueStream().map(JsonNode::asString).toList(), null);
        }
        var parameters = node.path("params").valueStream().map(GoldenValues::canonical).toList();
        return new Expected(List.of(sql.asString()), parameters);
    }

    static Map<String, String> dialects() {
        var names = new LinkedHashMap<String, String>();
        names.put("default", "ansi");
        for (var same : List.of("sqlite", "postgresql", "mysql", "mariadb", "mssql", "oracle")) {
            names.put(same, same);
        }
        return names;
    }
}
