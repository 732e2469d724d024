package dev.rubedo.orm.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of the library should hold: a plain model that {@link RandomWorkTest} keeps beside a session. Things have a handle, such as
 * {@code book3}, and attributes; the value of a reference is the handle of the other thing. What is to be deleted is marked, and goes with
 * what depends on it in {@link #settle()}, as a flush does it. Confined to one thread at a time.
 */
final class World {

    /** A row. Confined to one thread at a time. */
    static final class Thing {
        final String kind;
        final Map<String, String> values = new TreeMap<>();
        boolean doomed;

        Thing(String kind) {
            this.kind = kind;
        }
    }

    /** A row of a join table. Immutable. */
    record Link(String table, String from, String to) {}

    private final Map<String, Thing> things = new TreeMap<>();
    private final Set<Link> links = new TreeSet<>(
            Comparator.comparing(Link::table).thenComparing(Link::from).thenComparing(Link::to));

    World copy() {
        World copy = new World();
        things.forEach((handle, thing) -> {
            Thing same = new Thing(thing.kind);
            same.values.putAll(thing.values);
            same.doomed = thing.doomed;
            copy.things.put(handle, same);
        });
        copy.links.addAll(links);
        return copy;
    }

    void add(String handle, String kind, String name) {
        things.put(handle, new Thing(kind));
        set(handle, "name", name);
    }

    void remove(String handle) {
        things.remove(handle);
        links.removeIf(link -> link.from.equals(handle) || link.to.equals(handle));
    }

    boolean contains(String handle) {
        return things.containsKey(handle);
    }

    void set(String handle, String attribute, @Nullable String value) {
        Map<String, String> values = thing(handle).values;
        if (value == null) {
            values.remove(attribute);
        } else {
            values.put(attribute, value);
        }
    }

    @Nullable
    String get(String handle, String attribute) {
        return thing(handle).values.get(attribute);
    }

    void doom(String handle, boolean doomed) {
        thing(handle).doomed = doomed;
    }

    boolean isDoomed(String handle) {
        return thing(handle).doomed;
    }

    private Thing thing(String handle) {
        return Objects.requireNonNull(things.get(handle), handle);
    }

    void link(String table, String from, String to) {
        links.add(new Link(table, from, to));
    }

    void unlink(String table, String from, String to) {
        links.remove(new Link(table, from, to));
    }

    List<String> linked(String table, String from) {
        return links.stream().filter(link -> link.table.equals(table) && link.from.equals(from)).map(Link::to).toList();
    }

    List<String> linkedFrom(String table, String to) {
        return links.stream().filter(link -> link.table.equals(table) && link.to.equals(to)).map(Link::from).toList();
    }

    /** Returns how many rows a table has; tables are called as kinds and links are. */
    long count(String table) {
        return things.values().stream().filter(thing -> isIn(thing, table)).count()
                + links.stream().filter(link -> link.table.equals(table)).count();
    }

    private static boolean isIn(Thing thing, String table) {
        String type = String.valueOf(thing.values.get("class"));
        return switch (table) {
            case "disc" -> type.equals("Disc") || type.equals("Vinyl");
            case "vinyl" -> type.equals("Vinyl");
            default -> thing.kind.equals(table);
        };
    }

    /** Returns the handles of all things that are there to stay, and that are seen. */
    List<String> alive(String kind) {
        return things(kind, handle -> !isGoing(handle) && !isHidden(handle));
    }

    /** Returns the handles of all things that the next flush deletes. */
    List<String> going(String kind) {
        return things(kind, this::isGoing);
    }

    /** Returns whether criteria keep everybody from reading something. */
    boolean isHidden(String handle) {
        return thing(handle).values.containsKey("hidden");
    }

    /** Returns the handles of what nobody reads. */
    List<String> hidden() {
        return things("cabinet", this::isHidden);
    }

    private List<String> things(String kind, Predicate<String> which) {
        return things.keySet().stream().filter(handle -> thing(handle).kind.equals(kind)).filter(which).toList();
    }

    /** Returns whether something is to be deleted, by itself or with what owns it. */
    boolean isGoing(String handle) {
        Thing thing = thing(handle);
        String owner = switch (thing.kind) {
            case "book" -> thing.values.get("author");
            case "card" -> thing.values.get("member");
            case "drawer" -> thing.values.get("cabinet");
            default -> null;
        };
        return thing.doomed || owner != null && thing(owner).doomed;
    }

    /** Returns the handles of what refers to something and stays. */
    List<String> referring(String kind, String attribute, String to) {
        return alive(kind).stream().filter(handle -> to.equals(get(handle, attribute))).toList();
    }

    /** Deletes what is to be deleted. */
    void settle() {
        List<String> going = things.keySet().stream().filter(this::isGoing).toList();
        going.forEach(this::remove);
        for (Thing thing : things.values()) {
            thing.values.values().removeIf(going::contains);
        }
    }

    /** Returns whether no two things that stay have the same unique value. */
    boolean isUnique() {
        Set<String> seen = new HashSet<>();
        for (String handle : things.keySet()) {
            if (isGoing(handle)) {
                continue;
            }
            Thing thing = thing(handle);
            boolean unique = switch (thing.kind) {
                case "book" -> thing.values.get("isbn") == null || seen.add("isbn " + thing.values.get("isbn"));
                case "card" -> seen.add("card " + thing.values.get("name"))
                        && seen.add("card of " + thing.values.get("member"));
                case "shelf", "stamp" -> seen.add(thing.kind + " " + thing.values.get("name"));
                default -> true;
            };
            if (!unique) {
                return false;
            }
        }
        return true;
    }

    /** Returns what is there to stay, each thing as {@link #line} writes it. */
    List<String> lines() {
        return things.keySet().stream().filter(handle -> !isGoing(handle) && !isHidden(handle)).map(this::line).sorted()
                .toList();
    }

    String line(String handle) {
        Thing thing = thing(handle);
        Map<String, String> values = thing.values;
        return thing.kind + " " + switch (thing.kind) {
            case "author" -> name(handle) + " books=" + names(referring("book", "author", handle));
            case "book" -> name(handle) + " isbn=" + values.get("isbn") + " author=" + name(values.get("author"));
            case "member" -> name(handle) + " card=" + only(names(referring("card", "member", handle))) + " favourites="
                    + names(linked("favourite", handle)) + " clubs=" + names(linked("membership", handle));
            case "card" -> name(handle) + " member=" + name(values.get("member"));
            case "club" -> name(handle) + " members=" + names(linkedFrom("membership", handle));
            case "shelf" -> name(handle) + " label=" + values.get("label") + " boxes="
                    + names(referring("box", "shelf", handle));
            case "box" -> name(handle) + " shelf=" + name(values.get("shelf"));
            case "stamp" -> name(handle) + " colour=" + values.get("colour") + " text=" + values.get("text")
                    + " copyOf=" + name(values.get("copyOf"));
            case "loan" -> "of " + name(values.get("stamp")) + " member=" + name(values.get("member"));
            case "cabinet" -> name(handle) + " place=" + values.get("place") + " drawers="
                    + referring("drawer", "cabinet", handle).stream()
                            .map(drawer -> get(drawer, "label") + ":" + name(drawer)).sorted().toList();
            case "drawer" -> name(handle) + " label=" + values.get("label") + " size=" + values.get("size");
            case "media" -> values.get("class") + " " + name(handle) + " size=" + values.get("size") + " copyOf="
                    + name(values.get("copyOf"));
            default -> throw new IllegalArgumentException(thing.kind);
        };
    }

    private static @Nullable String only(List<String> names) {
        return names.isEmpty() ? null : names.get(0);
    }

    private @Nullable String name(@Nullable String handle) {
        return handle == null || isGoing(handle) ? null : get(handle, "name");
    }

    private List<String> names(List<String> handles) {
        List<String> names = new ArrayList<>();
        for (String handle : handles) {
            if (!isGoing(handle)) {
                names.add(Objects.requireNonNull(get(handle, "name")));
            }
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }
}
