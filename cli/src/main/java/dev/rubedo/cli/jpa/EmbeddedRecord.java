package dev.rubedo.cli.jpa;

import java.util.ArrayList;
import java.util.List;

/** Converts an embeddable class to a record with the getters of the class. Immutable. */
final class EmbeddedRecord {
    private final JpaModel model;
    private final JpaClass of;

    EmbeddedRecord(JpaModel model, JpaClass of) {
        this.model = model;
        this.of = of;
    }

    String text() {
        var components = new ArrayList<String>();
        var getters = new StringBuilder();
        var source = new MappedSource(model, of);
        for (var attribute : of.attributes()) {
            var method = source.declaration(attribute).strip();
            var bare = method.replaceAll("(?s)@[A-Z]\\w*(\\([^()]*\\))?\\s+", "");
            var type = bare.substring(0, bare.lastIndexOf(' '));
            boolean isNullable = method.contains("@Nullable\n");
            components.add((isNullable ? "@Nullable " : "") + type + " " + attribute.name());
            getters.append("\n    public ").append(isNullable ? "@Nullable " : "").append(type).append(' ')
                    .append(attribute.getter()).append("() {\n        return ").append(attribute.name())
                    .append(";\n    }\n");
        }
        model.note(of, JpaClass.line(of.declaration()), "@Embeddable", "\"" + of.name()
                + "\" is now a record without setters. Assign a new instance instead. Its other methods and annotations were dropped.");
        var lines = new ArrayList<String>();
        of.unit().getImports().stream()
                .filter(line -> !line.isStatic() && !line.isAsterisk() && components.stream()
                        .anyMatch(each -> each.matches(".*\\b" + line.getName().getIdentifier() + "\\b.*")))
                .forEach(line -> lines.add(line.toString().strip()));
        source.imports().stream().filter(each -> !each.startsWith("dev.rubedo."))
                .forEach(each -> lines.add("import " + each + ";"));
        var header = of.packageName().isEmpty() ? "" : "package " + of.packageName() + ";\n\n";
        var imports = lines.isEmpty() ? "" : String.join("\n", List.copyOf(new java.util.TreeSet<>(lines))) + "\n\n";
        return header + imports + "public record " + of.name() + "(" + String.join(", ", components) + ") {\n"
                + getters.toString().replaceFirst("^\n", "") + "}\n";
    }
}
