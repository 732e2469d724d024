package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.Orm.withoutCriteria;
import static dev.rubedo.orm.library.Cabinet_.CABINET;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of cabinets: records in columns, a map, and rows that criteria hide. Confined to one thread at a time. */
final class CabinetChanges extends RandomChanges {

    CabinetChanges(RandomWork work) {
        super(work);
    }

    void newCabinet() {
        String cabinet = work.newName("cabinet");
        Cabinet object = new Cabinet(cabinet);
        work.put(cabinet, object);
        world().add(cabinet, "cabinet", cabinet);
        if (work.maybe()) {
            place(cabinet);
        }
        if (work.maybe()) {
            newDrawer(cabinet);
        }
        work.run("session.add(" + cabinet + " = " + world().line(cabinet) + ")", () -> work.session.add(object));
    }

    void placeCabinet() {
        String cabinet = work.any("cabinet");
        if (cabinet != null) {
            place(cabinet);
        }
    }

    private void place(String cabinet) {
        Cabinet.@Nullable Place place = work.choice(4) == 0 ? null
                : new Cabinet.Place(work.choice(3), "room" + work.choice(3));
        work.run(cabinet + ".place(" + place + ")", () -> work.cabinet(cabinet).place(place));
        world().set(cabinet, "place", place == null ? null : place.toString());
    }

    void newDrawer() {
        String cabinet = work.any("cabinet");
        if (cabinet != null) {
            newDrawer(cabinet);
        }
    }

    /** Puts a new drawer in, which takes the place of another one with its label. */
    private void newDrawer(String cabinet) {
        String drawer = work.newName("drawer");
        String label = "label" + work.choice(4);
        Drawer object = new Drawer(drawer, work.choice(9));
        work.put(drawer, object);
        work.run(cabinet + ".drawers().put(" + label + ", " + drawer + " = " + object.size() + ")",
                () -> work.cabinet(cabinet).drawers().put(label, object));
        leave(cabinet, label);
        world().add(drawer, "drawer", drawer);
        world().set(drawer, "size", object.size().toString());
        world().set(drawer, "label", label);
        world().set(drawer, "cabinet", cabinet);
        work.forgetWhatIsTransient();
    }

    private void leave(String cabinet, String label) {
        world().referring("drawer", "cabinet", cabinet).stream()
                .filter(drawer -> label.equals(world().get(drawer, "label")))
                .forEach(drawer -> world().doom(drawer, true));
    }

    void resizeDrawer() {
        String drawer = work.any(visible());
        if (drawer != null) {
            Drawer.Size size = new Drawer.Size(work.choice(9), work.choice(9));
            work.run(drawer + ".size(" + size + ")", () -> work.drawer(drawer).size(size));
            world().set(drawer, "size", size.toString());
        }
    }

    private List<String> visible() {
        return world().alive("drawer").stream()
                .filter(drawer -> !world().isHidden(String.valueOf(world().get(drawer, "cabinet")))).toList();
    }

    /** Gives a drawer another label, under which the map then has it. */
    void relabelDrawer() {
        String drawer = work.any(visible());
        if (drawer == null) {
            return;
        }
        String cabinet = String.valueOf(world().get(drawer, "cabinet"));
        String label = "label" + work.choice(4);
        if (label.equals(world().get(drawer, "label"))) {
            return;
        }
        String before = String.valueOf(world().get(drawer, "label"));
        work.run(cabinet + ".drawers(): " + drawer + " moves from " + before + " to " + label,
                () -> work.session.withoutAutoflush(() -> {
                    var drawers = work.cabinet(cabinet).drawers();
                    drawers.remove(before);
                    work.drawer(drawer).label(label);
                    drawers.put(label, work.drawer(drawer));
                }));
        leave(cabinet, label);
        world().set(drawer, "label", label);
        work.forgetWhatIsTransient();
    }

    void takeDrawer() {
        String drawer = work.any(visible());
        if (drawer != null) {
            String cabinet = String.valueOf(world().get(drawer, "cabinet"));
            String label = String.valueOf(world().get(drawer, "label"));
            work.run(cabinet + ".drawers().remove(" + label + ")",
                    () -> work.cabinet(cabinet).drawers().remove(label));
            world().doom(drawer, true);
            work.forgetWhatIsTransient();
        }
    }

    void clearDrawers() {
        String cabinet = work.any("cabinet");
        if (cabinet != null) {
            work.run(cabinet + ".drawers().clear()", () -> work.cabinet(cabinet).drawers().clear());
            world().referring("drawer", "cabinet", cabinet).forEach(drawer -> world().doom(drawer, true));
            work.forgetWhatIsTransient();
        }
    }

    /** From now on nothing reads the cabinet. Its drawers are still there. */
    void hideCabinet() {
        String cabinet = work.any("cabinet");
        if (cabinet != null) {
            work.run(cabinet + ".hidden(true)", () -> work.cabinet(cabinet).hidden(true));
            work.flush();
            world().set(cabinet, "hidden", "true");
        }
    }

    void showAll() {
        work.flush();
        work.run("UPDATE cabinet SET hidden = false, without criteria",
                () -> work.session.execute(update(CABINET).set(CABINET.hidden, false)
                        .options(withoutCriteria(CABINET))));
        world().hidden().forEach(cabinet -> world().set(cabinet, "hidden", null));
    }

    void deleteCabinet() {
        String cabinet = work.any("cabinet");
        if (cabinet != null) {
            delete(cabinet);
        }
    }
}
