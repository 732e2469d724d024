package dev.rubedo.orm.everyday;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.Version;

/** A text whose version a trigger raises. Confined to one thread at a time. */
@Entity(table = "memos")
public class Memo extends MemoBase {
    interface Mapped {
        @Id
        Long id();

        String note();

        @Version(server = true)
        @ServerDefault("1")
        int revision();
    }

    Memo() {}

    Memo(String note) {
        note(note);
    }
}
