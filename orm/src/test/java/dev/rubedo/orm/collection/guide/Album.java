package dev.rubedo.orm.collection.guide;

import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Numbered;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Setter;
import dev.rubedo.orm.collection.WriteOnly;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/** An album with collections of each kind. Confined to one thread at a time. */
@Entity(table = "albums")
public class Album extends AlbumBase {
    interface Mapped {
        @Id
        Long id();

        String title();

        @Relationship(backPopulates = "album", cascade = Cascade.ALL_DELETE_ORPHAN)
        @Numbered(value = "position", from = 1)
        @Setter(Access.PUBLIC)
        List<Track> tracks();

        @Relationship(joinTable = "album_genres")
        @Setter(Access.PUBLIC)
        SortedSet<Genre> genres();

        @Relationship(joinTable = "album_moods")
        @Setter(Access.PUBLIC)
        Set<Genre> moods();

        @Relationship(backPopulates = "album", cascade = Cascade.ALL_DELETE_ORPHAN, mapKey = "language")
        @Setter(Access.PUBLIC)
        Map<String, Translation> translations();

        @Relationship(joinTable = "album_favorites")
        Favorites favorites();

        @Relationship(cascade = Cascade.ALL)
        WriteOnly<Play> plays();

        @Relationship(joinTable = "album_charts")
        WriteOnly<Genre> charts();
    }

    Album() {}

    Album(String title) {
        title(title);
    }
}
