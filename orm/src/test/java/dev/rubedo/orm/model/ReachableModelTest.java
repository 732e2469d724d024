package dev.rubedo.orm.model;

import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Country_.COUNTRY;
import static dev.rubedo.orm.shop.Node_.NODE;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.schema.MetaData;
import org.junit.jupiter.api.Test;

/** A model of everything that relationships lead to. */
class ReachableModelTest {

    @Test
    void relationshipsAreFollowedOverOtherEntities() {
        Model model = Model.reaching(USER);

        assertThat(model.mappers()).extracting(Mapper::name).startsWith("User").contains("Address", "Profile", "Group",
                "Order", "OrderLine", "Item").doesNotContain("Country", "Node").doesNotHaveDuplicates();
        assertThat(model.metadata().find("user_group")).isPresent();
    }

    @Test
    void itDoesNotMatterFromWhichEntityOneComes() {
        assertThat(Model.reaching(ADDRESS).mappers()).extracting(Mapper::name)
                .containsExactlyInAnyOrderElementsOf(
                        Model.reaching(USER).mappers().stream().map(Mapper::name).toList());
    }

    @Test
    void whatIsNotRelatedIsGivenToo() {
        MetaData metadata = new MetaData();

        Model model = Model.reaching(metadata, COUNTRY, NODE, NODE);

        assertThat(model.mappers()).extracting(Mapper::name).containsExactly("Country", "Node");
        assertThat(model.metadata()).isSameAs(metadata);
    }
}
