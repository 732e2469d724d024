package dev.rubedo.orm.model;

import dev.rubedo.orm.model.DiagramContent.Attribute;
import dev.rubedo.orm.model.DiagramContent.Edge;
import dev.rubedo.orm.model.DiagramContent.End;
import dev.rubedo.orm.model.DiagramContent.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A diagram as an SVG image. Entities are arranged in columns: each one to the right of those that its foreign keys
 * refer to. Confined to one thread at a time.
 */
final class DiagramImage {

    private static final int LETTER = 7;
    private static final int LINE = 18;
    private static final int MARGIN = 20;
    private static final int COLUMN_GAP = 140;
    private static final int ROW_GAP = 30;

    /** A rectangle. Immutable. */
    record Box(int x, int y, int width, int height) {

        private int middle() {
            return y + height / 2;
        }
    }

    private final DiagramContent content;
    private final Map<String, Box> boxes;

    DiagramImage(DiagramContent content) {
        this.content = content;
        this.boxes = layout();
    }

    Map<String, Box> boxes() {
        return boxes;
    }

    private Map<String, Box> layout() {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        content.entities().forEach(entity -> rank(entity.id(), ranks, new HashSet<>()));
        Map<Integer, List<Entity>> columns = new TreeMap<>();
        for (Entity entity : content.entities()) {
            columns.computeIfAbsent(Objects.requireNonNull(ranks.get(entity.id())), any -> new ArrayList<>())
                    .add(entity);
        }
        Map<String, Box> placed = new LinkedHashMap<>();
        int x = MARGIN;
        for (List<Entity> column : columns.values()) {
            column.sort(Comparator.comparingDouble(entity -> neighborhood(entity, placed)));
            int width = column.stream().mapToInt(DiagramImage::width).max().orElse(0);
            int y = MARGIN;
            for (Entity entity : column) {
                Box box = new Box(x, y, width, height(entity));
                placed.put(entity.id(), box);
                y += box.height + ROW_GAP;
            }
            x += width + COLUMN_GAP;
        }
        return placed;
    }

    /** Returns the length of the longest acyclic path of foreign keys from an entity. */
    private int rank(String entity, Map<String, Integer> known, Set<String> path) {
        Integer before = known.get(entity);
        if (before != null) {
            return before;
        }
        path.add(entity);
        int rank = 0;
        for (Edge edge : content.edges()) {
            if (edge.from().equals(entity) && !path.contains(edge.to())) {
                rank = Math.max(rank, rank(edge.to(), known, path) + 1);
            }
        }
        path.remove(entity);
        known.put(entity, rank);
        return rank;
    }

    /** Returns the average height of the entities already placed that an entity is connected with. */
    private double neighborhood(Entity entity, Map<String, Box> placed) {
        return content.edges().stream().filter(edge -> edge.from().equals(entity.id()))
                .map(edge -> placed.get(edge.to())).filter(Objects::nonNull).mapToInt(Box::middle).average()
                .orElse(Double.MAX_VALUE);
    }

    private static String line(Attribute attribute) {
        StringBuilder text = new StringBuilder(attribute.name()).append(" : ").append(attribute.type());
        if (attribute.remark().equals("nullable")) {
            text.append('?');
        } else if (!attribute.remark().isEmpty()) {
            text.append(" (").append(attribute.remark()).append(')');
        }
        if (!attribute.keys().isEmpty()) {
            text.append("  ").append(String.join(", ", attribute.keys()));
        }
        return text.toString();
    }

    private static int width(Entity entity) {
        int letters = entity.name().length() + 2;
        for (Attribute attribute : entity.attributes()) {
            letters = Math.max(letters, line(attribute).length());
        }
        return letters * LETTER + 2 * LETTER;
    }

    private static int height(Entity entity) {
        return (entity.attributes().size() + 1) * LINE + LINE / 2;
    }

    String svg() {
        int width = boxes.values().stream().mapToInt(box -> box.x + box.width).max().orElse(0) + COLUMN_GAP / 2;
        int height = boxes.values().stream().mapToInt(box -> box.y + box.height).max().orElse(0) + MARGIN;
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d">
                <style>
                text { font: 12px monospace; fill: #222 }
                .name { font-weight: bold }
                .box { fill: #fff; stroke: #446 }
                .head { fill: #dde3f0; stroke: #446 }
                .edge, .end { fill: none; stroke: #446 }
                .label { font-size: 10px; fill: #446; text-anchor: middle }
                </style>
                <defs>
                <marker id="one" class="end" markerWidth="14" markerHeight="14" refX="12" refY="7" orient="auto-start-reverse">
                <path d="M8 2 V12 M5 2 V12"/></marker>
                <marker id="one_or_none" class="end" markerWidth="20" markerHeight="14" refX="18" refY="7" orient="auto-start-reverse">
                <path d="M14 2 V12"/><circle cx="7" cy="7" r="3.5" fill="#fff"/></marker>
                <marker id="many" class="end" markerWidth="20" markerHeight="14" refX="20" refY="7" orient="auto-start-reverse">
                <path d="M20 1 L11 7 L20 13"/><circle cx="7" cy="7" r="3.5" fill="#fff"/></marker>
                </defs>
                """, width, height));
        content.edges().forEach(edge -> edge(edge, out));
        content.entities().forEach(entity -> entity(entity, out));
        return out.append("</svg>\n").toString();
    }

    private void entity(Entity entity, StringBuilder out) {
        Box box = Objects.requireNonNull(boxes.get(entity.id()));
        out.append(String.format(Locale.ROOT, "<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
                box.x, box.y, box.width, box.height));
        out.append(String.format(Locale.ROOT, "<rect class=\"head\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
                box.x, box.y, box.width, LINE + 4));
        text("name", box.x + LETTER, box.y + LINE - 3, entity.name(), out);
        for (int i = 0; i < entity.attributes().size(); i++) {
            text("attribute", box.x + LETTER, box.y + (i + 2) * LINE, line(entity.attributes().get(i)), out);
        }
    }

    private void edge(Edge edge, StringBuilder out) {
        Box from = Objects.requireNonNull(boxes.get(edge.from()));
        Box to = Objects.requireNonNull(boxes.get(edge.to()));
        boolean isBack = to.x + to.width < from.x;
        int startX = isBack ? from.x : from.x + from.width;
        int startY = from.middle() + shift(edge);
        boolean isForward = from.x + from.width < to.x;
        int endX = isForward ? to.x : to.x + to.width;
        int endY = to.middle() + shift(edge) / 2 + (from == to ? LINE / 2 : 0);
        int bend = COLUMN_GAP / 2;
        int firstX = isBack ? startX - bend : startX + bend;
        int secondX = isForward ? endX - bend : endX + bend;
        out.append(String.format(Locale.ROOT,
                "<path class=\"edge\" d=\"M%d %d C%d %d %d %d %d %d\" marker-start=\"url(#%s)\" marker-end=\"url(#%s)\"/>\n",
                startX, startY, firstX, startY, secondX, endY, endX, endY, marker(edge.fromEnd()),
                marker(edge.toEnd())));
        text("label", (startX + 3 * firstX + 3 * secondX + endX) / 8, (startY + endY) / 2 - 4, edge.label(), out);
    }

    /** Returns how far an edge is moved down, so that several between the same entities can be distinguished. */
    private int shift(Edge edge) {
        int before = 0;
        for (Edge other : content.edges()) {
            if (other == edge) {
                break;
            }
            if (other.from().equals(edge.from()) || other.to().equals(edge.from())) {
                before++;
            }
        }
        return before * LINE / 2;
    }

    private static String marker(End end) {
        return end.name().toLowerCase(Locale.ROOT);
    }

    private static void text(String style, int x, int y, String text, StringBuilder out) {
        out.append(String.format(Locale.ROOT, "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n", style, x, y,
                text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }
}
