package dev.rubedo.orm.library;

/** Changes of media: a hierarchy in three tables. Confined to one thread at a time. */
final class MediaChanges extends RandomChanges {

    MediaChanges(RandomWork work) {
        super(work);
    }

    void newMedia() {
        String media = work.newName("media");
        Media object = switch (work.choice(4)) {
            case 0 -> new Media(media);
            case 1 -> new Tape(media);
            case 2 -> new Vinyl(media);
            default -> new Disc(media);
        };
        work.put(media, object);
        world().add(media, "media", media);
        world().set(media, "class", object.getClass().getSimpleName());
        if (work.maybe()) {
            resize(media);
        }
        copy(media);
        work.run("session.add(" + media + " = " + world().line(media) + ")", () -> work.session.add(object));
    }

    void changeMedia() {
        String media = work.any("media");
        if (media == null) {
            return;
        }
        switch (work.choice(3)) {
            case 0 -> {
                String title = work.newName("title");
                work.run(media + ".title(" + title + ")", () -> work.media(media).title(title));
                world().set(media, "name", title);
            }
            case 1 -> resize(media);
            default -> copy(media);
        }
    }

    private void resize(String media) {
        int size = work.choice(5);
        Media object = work.media(media);
        if (object instanceof Disc disc) {
            work.run(media + ".tracks(" + size + ")", () -> disc.tracks(size));
        } else if (object instanceof Tape tape) {
            work.run(media + ".minutes(" + size + ")", () -> tape.minutes(size));
        } else {
            return;
        }
        if (object instanceof Vinyl vinyl) {
            work.run(media + ".label(" + size + ")", () -> vinyl.label("label" + size));
        }
        world().set(media, "size", String.valueOf(size));
    }

    private void copy(String media) {
        String original = work.any("media");
        if (original != null && !original.equals(media) && work.media(media) instanceof Disc disc) {
            work.run(media + ".copyOf(" + original + ")", () -> disc.copyOf(work.media(original)));
            world().set(media, "copyOf", original);
        }
    }

    void deleteMedia() {
        String media = work.any("media");
        if (media != null && world().referring("media", "copyOf", media).isEmpty()) {
            delete(media);
        }
    }
}
