package dev.rubedo.orm.model;

import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.DiagramContent.Attribute;
import dev.rubedo.orm.model.DiagramContent.Edge;
import dev.rubedo.orm.model.DiagramContent.End;
import dev.rubedo.orm.model.DiagramContent.Entity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entity-relationship diagram of a model: its entities with their attributes, relationships and inheritance, as text
 * for Mermaid or as an SVG image. The same model always has the same diagram. Immutable.
 */
public final class ModelDiagram {

    private final Model model;
    private final Set<Mapper<?>> shown;
    private final boolean withAttributes;

    private ModelDiagram(Model model, Set<Mapper<?>> shown, boolean withAttributes) {
        this.model = model;
        this.shown = Set.copyOf(shown);
        this.withAttributes = withAttributes;
    }

    /** Returns the diagram of all entities of a model. */
    public static ModelDiagram of(Model model) {
        return new ModelDiagram(model, Set.copyOf(model.mappers()), true);
    }

    /**
     * Returns this diagram with only these entities.
     *
     * @throws dev.rubedo.orm.error.MappingException if one is not in the model
     */
    public ModelDiagram only(EntityPath<?>... entities) {
        return new ModelDiagram(model, Stream.of(entities).map(model::mapper).collect(Collectors.toSet()),
                withAttributes);
    }

    /** Returns this diagram with only the names of the entities. */
    public ModelDiagram withoutAttributes() {
        return new ModelDiagram(model, shown, false);
    }

    private DiagramContent content() {
        return DiagramContent.of(model.mappers().stream().filter(shown::contains).toList(), withAttributes);
    }

    /** Returns the diagram as the text of a Mermaid {@code erDiagram}. */
    public String mermaid() {
        DiagramContent content = content();
        StringBuilder out = new StringBuilder("erDiagram\n");
        for (Entity entity : content.entities()) {
            out.append("    ").append(entity.id());
            if (!entity.id().equals(entity.name())) {
                out.append("[\"").append(entity.name()).append("\"]");
            }
            if (!entity.attributes().isEmpty()) {
                out.append(" {\n");
                entity.attributes().forEach(attribute -> mermaid(attribute, out));
                out.append("    }");
            }
            out.append('\n');
        }
        for (Edge edge : content.edges()) {
            out.append("    ").append(edge.from()).append(' ').append(left(edge.fromEnd())).append("--")
                    .append(right(edge.toEnd())).append(' ').append(edge.to()).append(" : \"").append(edge.label())
                    .append("\"\n");
        }
        return out.toString();
    }

    private static void mermaid(Attribute attribute, StringBuilder out) {
        out.append("        ").append(attribute.type()).append(' ').append(attribute.name());
        List<String> keys = attribute.keys();
        if (!keys.isEmpty()) {
            out.append(' ').append(String.join(", ", keys));
        }
        if (!attribute.remark().isEmpty()) {
            out.append(" \"").append(attribute.remark()).append('"');
        }
        out.append('\n');
    }

    private static String left(End end) {
        return switch (end) {
            case ONE -> "||";
            case ONE_OR_NONE -> "|o";
            case MANY -> "}o";
        };
    }

    private static String right(End end) {
        return switch (end) {
            case ONE -> "||";
            case ONE_OR_NONE -> "o|";
            case MANY -> "o{";
        };
    }

    /** Returns the diagram as an SVG image. */
    public String svg() {
        return new DiagramImage(content()).svg();
    }

    @Override
    public String toString() {
        return "ModelDiagram" + shown.stream().map(Mapper::name).sorted().toList();
    }
}
