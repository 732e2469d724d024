package dev.rubedo.orm.collection.guide;

import java.util.Set;

/** The genres that suit an album, as a collection of its own. Immutable, apart from the set that it shows. */
record Favorites(Set<Genre> genres) {

    boolean include(String name) {
        return genres.stream().anyMatch(genre -> genre.name().equals(name));
    }

    void addNamed(String name) {
        genres.add(new Genre(name));
    }
}
