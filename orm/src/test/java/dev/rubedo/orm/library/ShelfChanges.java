package dev.rubedo.orm.library;

import java.util.List;

/**
 * Changes of shelves and boxes: natural keys with versions, a one-to-many without an inverse side. Confined to one
 * thread at a time.
 */
final class ShelfChanges extends RandomChanges {

    ShelfChanges(RandomWork work) {
        super(work);
    }

    void newShelf() {
        String code = "code" + work.choice(4);
        if (world().alive("shelf").stream().anyMatch(shelf -> code.equals(world().get(shelf, "name")))) {
            return;
        }
        String shelf = work.newName("shelf");
        Shelf object = new Shelf(code);
        work.put(shelf, object);
        world().add(shelf, "shelf", code);
        work.run("Shelf " + shelf + " = new Shelf(" + code + ")", () -> {});
        if (work.maybe()) {
            String box = work.newName("box");
            work.put(box, new Box(box));
            world().add(box, "box", box);
            world().set(box, "shelf", shelf);
            work.run(shelf + ".boxes().add(" + box + ")", () -> object.boxes().add(work.box(box)));
        }
        work.run("session.add(" + shelf + ")", () -> work.session.add(object));
    }

    void newBox() {
        String box = work.newName("box");
        work.put(box, new Box(box));
        world().add(box, "box", box);
        work.run("session.add(" + box + ")", () -> work.session.add(work.object(box)));
    }

    void labelShelf() {
        String shelf = work.any("shelf");
        if (shelf != null) {
            String label = work.newName("label");
            work.run(shelf + ".label(" + label + ")", () -> work.shelf(shelf).label(label));
            world().set(shelf, "label", label);
        }
    }

    void recodeShelf() {
        work.flush();
        String shelf = work.any("shelf");
        String code = "code" + work.choice(4);
        if (shelf != null && world().referring("box", "shelf", shelf).isEmpty()
                && world().alive("shelf").stream().noneMatch(other -> code.equals(world().get(other, "name")))) {
            work.run(shelf + ".code(" + code + ")", () -> work.shelf(shelf).code(code));
            world().set(shelf, "name", code);
        }
    }

    void placeBox() {
        String box = work.any("box");
        String shelf = work.any("shelf");
        if (box == null || shelf == null) {
            return;
        }
        String before = world().get(box, "shelf");
        if (before != null) {
            // in the collections of two shelves at once it would be anywhere
            work.flush();
        }
        if (work.maybe()) {
            work.run(shelf + ".boxes().add(" + box + ")", () -> work.shelf(shelf).boxes().add(work.box(box)));
        } else {
            work.flush();
            work.run(box + ".shelfCode(" + shelf + ".code())",
                    () -> work.box(box).shelfCode(work.shelf(shelf).code()));
            work.flush();
            forget(shelf, true);
        }
        world().set(box, "shelf", shelf);
        if (before != null && !before.equals(shelf) && world().contains(before) && !world().isGoing(before)) {
            work.flush();
            forget(before, false);
        }
    }

    void takeBox() {
        String box = work.any("box");
        String shelf = box == null ? null : world().get(box, "shelf");
        if (box != null && shelf != null && !world().isGoing(shelf) && !work.stale.contains(shelf)) {
            work.run(shelf + ".boxes().removeAll(List.of(" + box + "))",
                    () -> work.shelf(shelf).boxes().removeAll(List.of(work.box(box))));
            world().set(box, "shelf", null);
        }
    }

    void deleteBox() {
        String box = work.any("box");
        if (box != null) {
            delete(box);
        }
    }

    void deleteShelf() {
        String shelf = work.any("shelf");
        if (shelf != null) {
            forgetIfLacking(shelf);
            delete(shelf);
        }
    }
}
