package dev.rubedo.migrate.script;

import dev.rubedo.migrate.operation.MigrationScript;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the source of revisions. Immutable. */
final class RevisionTemplate {
    private RevisionTemplate() {}

    /**
     * Returns the source of a revision in Java.
     *
     * @param script the revision
     * @param className the name of its class
     * @param created the time of its creation
     * @param up the Java statements of the upgrade
     * @param down the Java statements of the downgrade
     */
    static String java(MigrationScript script, String className, String created, List<String> up, List<String> down) {
        Set<String> imports = new TreeSet<>(Set.of("import dev.rubedo.migrate.operation.Migration;",
                "import dev.rubedo.migrate.operation.Operations;", "import dev.rubedo.migrate.operation.Revision;"));
        script.imports().forEach(name -> imports.add("import " + name + ";"));
        var statics = imports.stream().filter(line -> line.startsWith("import static ")).toList();
        imports.removeAll(statics);
        var text = new StringBuilder("package revisions;\n\n");
        statics.forEach(line -> text.append(line).append('\n'));
        text.append(statics.isEmpty() ? "" : "\n");
        imports.forEach(line -> text.append(line).append('\n'));
        text.append("\n/** ").append(script.message().isEmpty() ? "Revision " + script.id()
                : comment(script.message())).append(". */\n");
        annotation(text, script, created, List.of());
        text.append("public final class ").append(className).append(" implements Migration {\n\n");
        method(text, "upgrade", up);
        text.append('\n');
        method(text, "downgrade", down);
        return text.append("}\n").toString();
    }

    /** Writes the annotation of a revision. */
    static void annotation(StringBuilder text, MigrationScript script, String created, List<String> replaces) {
        text.append("@Revision(id = ").append(quoted(script.id()));
        attribute(text, "downRevision", script.downRevisions());
        text.append(script.message().isEmpty() ? "" : ", message = " + quoted(script.message()));
        text.append(", created = ").append(quoted(created));
        attribute(text, "branchLabels", script.branchLabels());
        attribute(text, "dependsOn", script.dependsOn());
        attribute(text, "replaces", replaces);
        text.append(")\n");
    }

    static String comment(String message) {
        var line = message.replaceAll("\\s+", " ").replace("*/", "* /").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static void method(StringBuilder text, String name, List<String> statements) {
        text.append("    @Override\n    public void ").append(name).append("(Operations op) {\n");
        statements.forEach(statement -> statement.lines()
                .forEach(line -> text.append(line.isEmpty() ? "" : "        ").append(line).append('\n')));
        text.append("    }\n");
    }

    private static void attribute(StringBuilder text, String name, List<String> values) {
        if (!values.isEmpty()) {
            text.append(", ").append(name).append(" = ").append(values.size() == 1 ? quoted(values.get(0))
                    : values.stream().map(RevisionTemplate::quoted).collect(Collectors.joining(", ", "{", "}")));
        }
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + "\"";
    }

    /**
     * Returns the source of an empty revision in SQL.
     *
     * @param script the revision
     * @param created the time of its creation
     */
    static String sql(MigrationScript script, String created) {
        var text = new StringBuilder("-- rubedo: revision ").append(script.id()).append('\n');
        header(text, "down", String.join(", ", script.downRevisions()));
        header(text, "message", script.message().replaceAll("\\s+", " "));
        header(text, "created", created);
        header(text, "labels", String.join(", ", script.branchLabels()));
        header(text, "depends", String.join(", ", script.dependsOn()));
        return text.append("\n-- upgrade\n\n-- downgrade\n").toString();
    }

    private static void header(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("-- rubedo: ").append(name).append(' ').append(value).append('\n');
        }
    }
}
