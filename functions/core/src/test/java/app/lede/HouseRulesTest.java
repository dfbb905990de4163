package app.lede;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Dependencies forbidden to core, and no cycles among its packages. */
class HouseRulesTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("app.lede");

    @Test
    void the_core_knows_nothing_of_aws_or_of_clients() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..", "java.net.http..", "org.apache.hc..")
                .check(CORE);
    }

    @Test
    void the_core_reads_no_environment() {
        noClasses()
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .check(CORE);
    }

    @Test
    void the_core_takes_its_time_from_its_callers() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(CORE);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("app.lede.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void the_packages_of_the_extractor_have_no_cycles() {
        slices().matching("app.lede.extract.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void an_article_knows_neither_its_extraction_nor_its_encoding() {
        noClasses()
                .that()
                .resideInAPackage("app.lede.article..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("app.lede.extract..", "app.lede.json..", "com.fasterxml..")
                .check(CORE);
    }

    @Test
    void json_knows_no_class_of_the_domain() {
        noClasses()
                .that()
                .resideInAPackage("app.lede.json..")
                .should()
                .dependOnClassesThat(resideInAPackage("app.lede..").and(not(resideInAPackage("app.lede.json.."))))
                .check(CORE);
    }

    @Test
    void the_parts_of_the_extractor_do_not_know_its_front_door() {
        noClasses()
                .that()
                .resideInAPackage("app.lede.extract.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("app.lede.extract")
                .check(CORE);
    }
}
