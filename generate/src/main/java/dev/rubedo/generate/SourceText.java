package dev.rubedo.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a generated file, formatted as if written by hand. Stateless. */
final class SourceText {
    private static final int WIDTH = 120;
    private static final Pattern SHORT_COMMENT = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* ([^\\n]*)\\n *\\*/$");

    private static final Pattern CONSTRUCTOR_FIRST = Pattern.compile(
            "(?s)(    public \\w+\\(\\) \\{\\n    \\}\\n)\\n(    interface Mapped \\{.*?\\n    \\}\\n)");
    private static final Pattern BETWEEN_COLUMNS = Pattern
            .compile("(    public final Column<[^\\n]*;\\n)\\n(?=    public final Column<)");

    private SourceText() {}

    /** Returns the file of a class. */
    static GeneratedSource of(ClassName name, TypeSpec type, boolean importsTypes) {
        var file = JavaFile.builder(name.packageName(), type).indent("    ").skipJavaLangImports(true);
        if (importsTypes) {
            file.addStaticImport(Types.class, "*");
        }
        return new GeneratedSource(path(name.packageName(), name.simpleName()), tidy(file.build().toString()));
    }

    static String path(String packageName, String simpleName) {
        return packageName.replace('.', '/') + "/" + simpleName + ".java";
    }

    /**
     * Puts short comments and annotations on one line, removes empty lines between attributes, and breaks lines that
     * are too long.
     */
    static String tidy(String source) {
        var comments = SHORT_COMMENT.matcher(source).replaceAll("$1/** $2 */");
        comments = CONSTRUCTOR_FIRST.matcher(comments).replaceAll("$2\n$1");
        comments = BETWEEN_COLUMNS.matcher(comments).replaceAll("$1");
        var lines = joinAttributes(joinAnnotations(comments.replaceAll("\\{\\n *\\}\\n", "{}\n").lines().toList()));
        var out = new StringBuilder();
        lines.forEach(line -> out.append(LineBreaks.of(line, WIDTH)).append('\n'));
        return out.toString();
    }

    /** Puts the members of an annotation on one line. */
    private static List<String> joinAnnotations(List<String> lines) {
        var out = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            int end = i;
            while (line.matches(" *@\\w+\\(") && end < lines.size() && !lines.get(end).matches(" *\\)")) {
                end++;
            }
            if (end == i) {
                out.add(line);
                continue;
            }
            var members = lines.subList(i + 1, end).stream().map(String::strip).toList();
            out.add(line + String.join(" ", members) + ")");
            i = end;
        }
        return out;
    }

    /** Puts the annotations of an attribute on the line of its declaration if they fit. */
    private static List<String> joinAttributes(List<String> lines) {
        var out = new ArrayList<String>();
        var annotations = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            boolean isAttribute = line.startsWith("        ") && line.endsWith("();") && !line.contains("=")
                    && !line.contains("return ");
            if (line.startsWith("        @") && !isAttribute) {
                annotations.add(line);
            } else if (isAttribute) {
                annotations.add(line);
                var joined = "        " + String.join(" ", annotations.stream().map(String::strip).toList());
                out.addAll(joined.length() <= WIDTH ? List.of(joined) : annotations);
                annotations.clear();
                boolean isBeforeAttribute = i + 2 < lines.size() && lines.get(i + 1).isEmpty()
                        && lines.get(i + 2).startsWith("        ");
                i += isBeforeAttribute ? 1 : 0;
            } else {
                out.addAll(annotations);
                annotations.clear();
                out.add(line);
            }
        }
        return out;
    }
}
