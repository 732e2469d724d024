package dev.rubedo.migrate.lint;

import dev.rubedo.migrate.script.JsonWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A format of reports of findings. Immutable. */
public enum FindingFormat {
    /** Human-readable lines. */
    TEXT,
    /** An array of objects. */
    JSON,
    /** SARIF 2.1.0, which code hosting platforms and editors read. */
    SARIF,
    /** Annotation commands of GitHub Actions. */
    GITHUB;

    /**
     * Returns a report.
     *
     * @param findings the findings
     * @param base the directory to which file paths are relative
     */
    public String write(List<Finding> findings, Path base) {
        return switch (this) {
            case TEXT -> text(findings, base);
            case JSON -> JsonWriter.write(findings.stream().map(finding -> json(finding, base)).toList()) + "\n";
            case SARIF -> SarifReport.write(findings, base);
            case GITHUB -> github(findings, base);
        };
    }

    /** Returns the path of a file in a report. */
    static String path(Finding finding, Path base) {
        var file = finding.file().isAbsolute() && finding.file().startsWith(base) ? base.relativize(finding.file())
                : finding.file();
        return file.toString().replace('\\', '/');
    }

    private static String text(List<Finding> findings, Path base) {
        var out = new StringBuilder();
        for (var finding : findings) {
            out.append(path(finding, base)).append(finding.line() == 0 ? "" : ":" + finding.line()).append(": ")
                    .append(finding.allowed().isEmpty() ? finding.severity().name().toLowerCase(Locale.ROOT)
                            : "allowed")
                    .append(' ').append(finding.code()).append(": ").append(finding.message());
            if (!finding.allowed().isEmpty()) {
                out.append(" (allowed: ").append(finding.allowed()).append(')');
            }
            out.append('\n');
        }
        long errors = findings.stream().filter(Finding::isFailure).count();
        long allowed = findings.stream().filter(finding -> !finding.allowed().isEmpty()).count();
        return out.append(findings.isEmpty() ? "No findings.\n"
                : errors + (errors == 1 ? " error, " : " errors, ") + (findings.size() - errors - allowed)
                        + " other findings, " + allowed + " allowed.\n")
                .toString();
    }

    private static Map<String, Object> json(Finding finding, Path base) {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", finding.code());
        object.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        object.put("revision", finding.revision());
        object.put("file", path(finding, base));
        object.put("line", finding.line());
        object.put("message", finding.message());
        object.put("allowed", finding.allowed());
        return object;
    }

    private static String github(List<Finding> findings, Path base) {
        var out = new StringBuilder();
        for (var finding : findings) {
            if (finding.allowed().isEmpty()) {
                out.append("::").append(finding.severity().name().toLowerCase(Locale.ROOT)
                        .replace("note", "notice")).append(" file=").append(property(path(finding, base)))
                        .append(finding.line() == 0 ? "" : ",line=" + finding.line()).append(",title=")
                        .append(finding.code()).append("::").append(escaped(finding.message())).append('\n');
            }
        }
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return escaped(text).replace(":", "%3A").replace(",", "%2C");
    }
}
