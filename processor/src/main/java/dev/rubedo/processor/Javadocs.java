package dev.rubedo.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Copies the documentation of attributes into generated classes. A link that would not resolve there, because an import
 * is missing, becomes plain code. Immutable.
 */
final class Javadocs {

    private static final Pattern LINK = Pattern
            .compile("\\{@(?:link|linkplain)\\s+([^\\s}#]*)(#[^\\s}]*)?\\s*([^}]*)\\}");

    private final Elements elements;

    Javadocs(Elements elements) {
        this.elements = elements;
    }

    /** Returns the description of an attribute, without block tags; empty if it has none. */
    Optional<String> description(Element attribute) {
        String comment = elements.getDocComment(attribute);
        if (comment == null || comment.isBlank()) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        for (String line : comment.strip().split("\n", -1)) {
            String text = line.strip();
            if (text.startsWith("@")) {
                break;
            }
            lines.add(text);
        }
        String description = String.join("\n", lines).strip();
        return description.isEmpty() ? Optional.empty() : Optional.of(links(description, attribute));
    }

    private String links(String text, Element attribute) {
        Matcher matcher = LINK.matcher(text);
        var out = new StringBuilder();
        while (matcher.find()) {
            String label = matcher.group(3).strip();
            Optional<String> type = matcher.group(1).isEmpty() ? Optional.empty()
                    : resolve(matcher.group(1), attribute);
            String member = matcher.group(2) == null ? "" : matcher.group(2);
            String shown = label.isEmpty()
                    ? matcher.group(1)
                            + (matcher.group(1).isEmpty() ? member.replace("#", "") : member.replace('#', '.'))
                    : label;
            String link = type.map(name -> "{@link " + name + member + (label.isEmpty() ? "" : " " + label) + "}")
                    .orElse("{@code " + shown + "}");
            matcher.appendReplacement(out, Matcher.quoteReplacement(link));
        }
        return matcher.appendTail(out).toString();
    }

    private Optional<String> resolve(String name, Element from) {
        var candidates = new ArrayList<String>(List.of(name, "java.lang." + name));
        for (Element at = from; at != null; at = at.getEnclosingElement()) {
            if (at instanceof TypeElement type) {
                candidates.add(type.getQualifiedName() + "." + name);
            } else if (at instanceof PackageElement home) {
                candidates.add(home.isUnnamed() ? name : home.getQualifiedName() + "." + name);
            }
        }
        for (String candidate : candidates) {
            TypeElement found = elements.getTypeElement(candidate);
            if (found != null) {
                return Optional.of(shortest(found, from));
            }
        }
        return Optional.empty();
    }

    /** Returns the shortest name of a type. Types of the same package and of java.lang need no qualification. */
    private String shortest(TypeElement type, Element from) {
        String home = elements.getPackageOf(type).getQualifiedName().toString();
        String name = type.getQualifiedName().toString();
        boolean visible = home.equals("java.lang")
                || home.contentEquals(elements.getPackageOf(from).getQualifiedName());
        return visible && !home.isEmpty() ? name.substring(home.length() + 1) : name;
    }
}
