package dev.rubedo.migrate.lint;

import dev.rubedo.migrate.script.JsonWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A writer of findings as SARIF 2.1.0. Stateless. */
final class SarifReport {
    /** The rules, to which findings refer by their positions. */
    private static final List<LintRule> RULES = Stream.concat(Stream.of(new UnneededAllowance()),
            LintRules.ALL.stream()).toList();

    private SarifReport() {}

    static String write(List<Finding> findings, Path base) {
        var driver = new LinkedHashMap<String, Object>();
        driver.put("name", "rubedo lint");
        driver.put("rules", RULES.stream().map(SarifReport::rule).toList());
        var run = new LinkedHashMap<String, Object>();
        run.put("tool", Map.of("driver", driver));
        run.put("results", findings.stream().map(finding -> result(finding, base)).toList());
        var report = new LinkedHashMap<String, Object>();
        report.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        report.put("version", "2.1.0");
        report.put("runs", List.of(run));
        return JsonWriter.write(report) + "\n";
    }

    private static Map<String, Object> rule(LintRule rule) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", rule.code());
        object.put("shortDescription", Map.of("text", rule.title()));
        if (!rule.pattern().isEmpty()) {
            object.put("help", Map.of("text",
                    "See \"" + rule.pattern() + "\" in the guide to zero-downtime changes."));
        }
        object.put("defaultConfiguration", Map.of("level", level(rule.severity())));
        return object;
    }

    private static String level(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> result(Finding finding, Path base) {
        var location = new LinkedHashMap<String, Object>();
        location.put("artifactLocation", Map.of("uri", uri(FindingFormat.path(finding, base))));
        // code hosts show no finding without a line
        location.put("region", Map.of("startLine", Math.max(1, finding.line())));
        var object = new LinkedHashMap<String, Object>();
        object.put("ruleId", finding.code());
        object.put("ruleIndex", RULES.stream().map(LintRule::code).toList().indexOf(finding.code()));
        object.put("level", level(finding.severity()));
        object.put("message", Map.of("text", finding.message()));
        object.put("locations", List.of(Map.of("physicalLocation", location)));
        var suppressions = new ArrayList<Object>();
        if (!finding.allowed().isEmpty()) {
            var suppression = new LinkedHashMap<String, Object>();
            suppression.put("kind", "inSource");
            suppression.put("justification", finding.allowed());
            suppressions.add(suppression);
        }
        object.put("suppressions", suppressions);
        return object;
    }

    private static String uri(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"" + path + "\" is not a path", e);
        }
    }
}
