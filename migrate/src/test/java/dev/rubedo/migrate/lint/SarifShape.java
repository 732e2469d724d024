package dev.rubedo.migrate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The objects of SARIF 2.1.0 that reports consist of, as section 3 of the standard defines them: which properties must be
 * there, and which can be. Stateless.
 */
final class SarifShape {
    /** The properties by kind of object; those that must be there end with an exclamation mark. */
    private static final Map<String, Set<String>> OBJECTS = Map.ofEntries(
            Map.entry("sarifLog", Set.of("$schema", "version!", "runs!", "inlineExternalProperties", "properties")),
            Map.entry("run", Set.of("tool!", "results", "artifacts", "columnKind", "originalUriBaseIds", "properties")),
            Map.entry("tool", Set.of("driver!", "extensions", "properties")),
            Map.entry("toolComponent", Set.of("name!", "version", "semanticVersion", "informationUri", "rules",
                    "fullName", "shortDescription", "properties")),
            Map.entry("reportingDescriptor", Set.of("id!", "name", "shortDescription", "fullDescription", "help",
                    "helpUri", "defaultConfiguration", "properties")),
            Map.entry("reportingConfiguration", Set.of("enabled", "level", "rank", "parameters", "properties")),
            Map.entry("multiformatMessageString", Set.of("text!", "markdown", "properties")),
            Map.entry("result", Set.of("ruleId", "ruleIndex", "kind", "level", "message!", "locations", "suppressions",
                    "partialFingerprints", "fingerprints", "properties")),
            Map.entry("message", Set.of("text", "markdown", "id", "arguments", "properties")),
            Map.entry("location", Set.of("id", "physicalLocation", "logicalLocations", "message", "properties")),
            Map.entry("physicalLocation", Set.of("artifactLocation", "region", "contextRegion", "properties")),
            Map.entry("artifactLocation", Set.of("uri", "uriBaseId", "index", "description", "properties")),
            Map.entry("region", Set.of("startLine", "startColumn", "endLine", "endColumn", "snippet", "properties")),
            Map.entry("suppression", Set.of("kind!", "status", "justification", "location", "properties")));
    private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

    private SarifShape() {}

    static void check(JsonNode log) {
        object("sarifLog", log);
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        assertThat(log.get("runs").isArray()).isTrue();
        for (var run : log.get("runs")) {
            object("run", run);
            object("tool", run.get("tool"));
            var driver = object("toolComponent", run.at("/tool/driver"));
            assertThat(driver.get("name").asString()).isNotBlank();
            var rules = new ArrayList<String>();
            driver.get("rules").forEach(rule -> {
                object("reportingDescriptor", rule);
                object("multiformatMessageString", rule.get("shortDescription"));
                if (rule.has("help")) {
                    object("multiformatMessageString", rule.get("help"));
                }
                object("reportingConfiguration", rule.get("defaultConfiguration"));
                assertThat(LEVELS).contains(rule.at("/defaultConfiguration/level").asString());
                rules.add(rule.get("id").asString());
            });
            assertThat(rules).doesNotHaveDuplicates();
            run.get("results").forEach(result -> result(result, rules));
        }
    }

    private static void result(JsonNode result, List<String> rules) {
        object("result", result);
        object("message", result.get("message"));
        assertThat(result.at("/message/text").asString()).isNotBlank();
        assertThat(rules.get(result.get("ruleIndex").asInt())).isEqualTo(result.get("ruleId").asString());
        assertThat(LEVELS).contains(result.get("level").asString());
        assertThat(result.get("locations").size()).isEqualTo(1);
        for (var location : result.get("locations")) {
            object("location", location);
            var place = object("physicalLocation", location.get("physicalLocation"));
            var artifact = object("artifactLocation", place.get("artifactLocation"));
            assertThat(URI.create(artifact.get("uri").asString()).isAbsolute()).isFalse();
            assertThat(object("region", place.get("region")).get("startLine").asInt()).isPositive();
        }
        result.get("suppressions").forEach(suppression -> {
            object("suppression", suppression);
            assertThat(Set.of("inSource", "external")).contains(suppression.get("kind").asString());
        });
    }

    private static JsonNode object(String kind, JsonNode node) {
        assertThat(node).as(kind).isNotNull();
        assertThat(node.isObject()).as(kind).isTrue();
        var known = OBJECTS.get(kind);
        var allowed = new TreeSet<String>();
        known.forEach(name -> allowed.add(name.replace("!", "")));
        assertThat(allowed).as(kind).containsAll(node.propertyNames());
        known.stream().filter(name -> name.endsWith("!")).forEach(
                name -> assertThat(node.has(name.replace("!", ""))).as(kind + " has " + name).isTrue());
        return node;
    }
}
