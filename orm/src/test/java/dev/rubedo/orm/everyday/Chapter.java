package dev.rubedo.orm.everyday;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Version;
import org.jspecify.annotations.Nullable;

/** Has a version that follows from the previous one. Confined to one thread at a time. */
@Entity
final class Chapter extends ChapterBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String title();

        @Version(method = "longer")
        @Column(length = 20)
        String version();
    }

    Chapter() {}

    Chapter(String title) {
        title(title);
    }

    static String longer(@Nullable String before) {
        return before == null ? "v" : before + "i";
    }
}
