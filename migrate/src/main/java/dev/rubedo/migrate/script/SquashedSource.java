package dev.rubedo.migrate.script;

import dev.rubedo.migrate.error.RevisionException;
import dev.rubedo.migrate.error.RevisionSourceException;
import dev.rubedo.migrate.operation.MigrationScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The source of a revision that contains others as nested classes and runs them one after the other, so that what they
 * do, including on several databases, does not change. Confined to one thread at a time.
 */
final class SquashedSource {
    private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\s+((?:static\\s+)?[\\w.*]+)\\s*;");
    private static final Pattern DECLARATION = Pattern.compile("\\bclass\\s+(\\w+)");

    private final Map<String, String> imported = new HashMap<>();
    private final TreeSet<String> imports = new TreeSet<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();

    SquashedSource() {
        for (var name : List.of("Migration", "Operations", "Revision")) {
            add("dev.rubedo.migrate.operation." + name, Path.of(name));
        }
        add("java.util.List", Path.of("List"));
    }

    private void add(String name, Path file) {
        var simple = name.substring(name.lastIndexOf('.') + 1);
        var key = (name.startsWith("static ") ? "static " : "") + simple;
        var other = simple.equals("*") || name.startsWith("static ") ? null : imported.put(key, name);
        if (other != null && !other.equals(name)) {
            throw new RevisionException("The revisions import both \"" + other + "\" and \"" + name + "\" (" + file
                    + "). Use the fully qualified name of one of them in its revision.");
        }
        imports.add(name);
    }

    /** Adds a revision. */
    void add(Script script, String text) {
        var name = "Part_" + script.id().replaceAll("\\W", "_");
        names.add(name);
        classes.add(script.isJava() ? java(script, text, name) : sql(script, text, name));
    }

    private String java(Script script, String text, String name) {
        var all = IMPORT.matcher(text);
        while (all.find()) {
            add(all.group(1).replaceAll("\\s+", " "), script.file());
        }
        var annotation = ScriptHeader.ANNOTATION.matcher(text);
        int open = annotation.find() ? annotation.end() - 1 : -1;
        int after = JavaScan.closing(text, open) + 1;
        var declaration = DECLARATION.matcher(text);
        int body = declaration.find(after) ? JavaScan.find(text, '{', declaration.end()) : -1;
        int end = body < 0 ? -1 : JavaScan.closing(text, body);
        if (open < 0 || end < 0 || !isBlank(text.substring(end + 1))) {
            throw new RevisionSourceException(script.file().toString(), "it cannot be nested in another class: it must "
                    + "declare one class with the annotation @Revision and nothing after it.");
        }
        var content = JavaScan.renamed(text.substring(body + 1, end), declaration.group(1), name).stripTrailing();
        return "    /** " + comment(script) + " */\n    private static final class " + name + " implements Migration {"
                + content.replaceAll("(?m)^(?=.)", "    ").stripTrailing() + "\n    }\n";
    }

    private static boolean isBlank(String text) {
        int place = 0;
        while (place < text.length()) {
            int after = JavaScan.skipped(text, place);
            if (after == place && !Character.isWhitespace(text.charAt(place))) {
                return false;
            }
            place = Math.max(after, place + 1);
        }
        return true;
    }

    private static String sql(Script script, String text, String name) {
        var sections = SqlMigration.of(script.id(), text);
        var down = sections.down();
        var allowances = new StringBuilder();
        sections.allowances().forEach((code, reason) -> allowances.append("            op.allow(")
                .append(RevisionTemplate.quoted(code)).append(", ").append(RevisionTemplate.quoted(reason))
                .append(");\n"));
        return "    /** " + comment(script) + " */\n    private static final class " + name
                + " implements Migration {\n"
                + sqlMethod("upgrade", allowances.toString(), sections.up())
                + (down.isEmpty() ? "" : "\n" + sqlMethod("downgrade", "", down.get())) + "    }\n";
    }

    private static String sqlMethod(String name, String before, List<String> statements) {
        var out = new StringBuilder("        @Override\n        public void " + name + "(Operations op) {\n")
                .append(before);
        for (var sql : statements) {
            out.append("            op.execute(").append(RevisionTemplate.quoted(sql)).append(");\n");
        }
        return out.append("        }\n").toString();
    }

    private static String comment(Script script) {
        var message = script.message().isEmpty() ? "" : ": " + RevisionTemplate.comment(script.message());
        return "Revision " + script.id() + message + ".";
    }

    /** Returns the source. */
    String source(MigrationScript script, String className, String created, List<String> replaces) {
        var statics = new LinkedHashSet<String>();
        var plain = new LinkedHashSet<String>();
        imports.forEach(name -> (name.startsWith("static ") ? statics : plain).add("import " + name + ";\n"));
        var out = new StringBuilder("package revisions;\n\n").append(String.join("", statics))
                .append(statics.isEmpty() ? "" : "\n").append(String.join("", plain));
        out.append("\n/** ").append(script.message().isEmpty() ? "Revision " + script.id()
                : RevisionTemplate.comment(script.message())).append(". Runs the revisions that it replaces. */\n");
        RevisionTemplate.annotation(out, script, created, replaces);
        out.append("public final class ").append(className).append(" implements Migration {\n");
        out.append("    private static final List<Migration> PARTS = List.of(")
                .append(String.join(", ", names.stream().map(name -> "new " + name + "()").toList())).append(");\n\n");
        out.append("""
                    @Override
                    public void upgrade(Operations op) {
                        PARTS.forEach(part -> part.upgrade(op));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        for (int i = PARTS.size() - 1; i >= 0; i--) {
                            PARTS.get(i).downgrade(op);
                        }
                    }
                """);
        classes.forEach(each -> out.append('\n').append(each));
        return out.append("}\n").toString();
    }
}
