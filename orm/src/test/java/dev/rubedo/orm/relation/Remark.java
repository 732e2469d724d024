package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A remark on an album, found by its keyword. Confined to one thread at a time. */
@Entity(table = "remarks")
public final class Remark extends RemarkBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String keyword();

        @Column(length = 90)
        String text();

        @Relationship(backPopulates = "remarks")
        @Nullable
        Album album();
    }

    Remark() {}

    /** Makes one. */
    public Remark(String text) {
        text(text);
    }

    /** Makes one with its keyword. */
    public Remark(String keyword, String text) {
        keyword(keyword).text(text);
    }

    /** The length of the text. */
    public int size() {
        return text().length();
    }
}
