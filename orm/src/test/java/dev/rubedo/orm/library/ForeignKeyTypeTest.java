package dev.rubedo.orm.library;

import static dev.rubedo.orm.library.Box_.BOX;
import static dev.rubedo.orm.library.Lamp_.LAMP;
import static dev.rubedo.orm.library.Shelf_.SHELF;
import static dev.rubedo.orm.library.Sign_.SIGN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.model.Model;
import dev.rubedo.schema.Table;
import dev.rubedo.type.Types;
import org.junit.jupiter.api.Test;

/** The types of foreign keys. */
class ForeignKeyTypeTest {

    @Test
    void aForeignKeyWithoutALengthHasThatOfItsTarget() {
        Table box = Model.of(BOX, SHELF).metadata().require("box");

        assertThat(box.column("shelf_code").type()).isEqualTo(Types.string(10));
        assertThat(box.column("name").type()).isEqualTo(Types.string(30));
    }

    @Test
    void aForeignKeyToAForeignKeyHasTheLengthOfTheFirst() {
        Table lamp = Model.of(LAMP, SIGN, SHELF, BOX).metadata().require("lamp");

        assertThat(lamp.column("sign_code").type()).isEqualTo(Types.string(10));
    }

    static final class Plain {}

    @Test
    void onlyALengthThatIsLeftOutIsTakenFromTheTarget() {
        EntityPath<Plain> plain = new EntityPath<>(EntityDefinition.of(Plain.class, Plain::new, "plain")
                .column(ColumnDefinition.of("id", "id", Types.string(10)).primaryKey())
                .column(ColumnDefinition.of("given", "given", Types.string(255)).references("plain.id"))
                .column(ColumnDefinition.of("open", "open", Types.STRING).references("plain.id"))
                .column(ColumnDefinition.of("text", "text", Types.STRING)).build(), PathOrigin.root()) {};

        Table table = Model.of(plain).metadata().require("plain");

        assertThat(table.column("given").type()).isEqualTo(Types.string(255));
        assertThat(table.column("open").type()).isEqualTo(Types.string(10));
        assertThat(table.column("text").type()).isEqualTo(Types.string(255));
    }
}
