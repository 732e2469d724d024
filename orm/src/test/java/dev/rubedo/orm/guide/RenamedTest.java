package dev.rubedo.orm.guide;

import static dev.rubedo.orm.guide.Subscriber_.SUBSCRIBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.orm.model.Model;
import dev.rubedo.schema.NoteKey;
import org.junit.jupiter.api.Test;

/** Tables and columns of entities note their former names, which generated revisions look at. */
class RenamedTest {

    @Test
    void tablesAndColumnsNoteTheirFormerNames() {
        var table = Model.of(SUBSCRIBER).metadata().require("subscribers");

        assertThat(table.note(NoteKey.RENAMED_FROM)).contains("readers");
        assertThat(table.require("email").note(NoteKey.RENAMED_FROM)).contains("mail");
        assertThat(table.require("id").note(NoteKey.RENAMED_FROM)).isEmpty();
    }
}
