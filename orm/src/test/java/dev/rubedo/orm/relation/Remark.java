package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** How often the current thread asked for a keyword. */
    static final ThreadLocal<AtomicInteger> READS = ThreadLocal.withInitial(AtomicInteger::new);

    @Override
    public String keyword() {
        READS.get().incrementAndGet();
        return super.keyword();
    }

    /** The length of the text. */
    public int size() {
        return text().length();
    }
}
