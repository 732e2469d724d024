package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.orm.collection.Dynamic;
import dev.rubedo.orm.collection.WriteOnly;
import java.util.Map;

/** An album whose collections are of every kind but lists and sets. Confined to one thread at a time. */
@Entity(table = "albums")
public final class Album extends AlbumBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String title();

        @Relationship(backPopulates = "album", cascade = Cascade.ALL_DELETE_ORPHAN, mapKey = "keyword", orderBy = "id")
        Map<String, Remark> remarks();

        @Relationship(viewOnly = true, mapKey = "size")
        Map<Integer, Remark> bySize();

        @Relationship(backPopulates = "album", cascade = Cascade.ALL, orderBy = "title")
        Dynamic<Track> tracks();

        @Relationship(backPopulates = "album", cascade = Cascade.ALL, orderBy = "id desc")
        WriteOnly<Play> plays();

        @Relationship(joinTable = "album_genre")
        Dynamic<Genre> genres();
    }

    Album() {}

    /** Makes one. */
    public Album(String title) {
        title(title);
    }
}
