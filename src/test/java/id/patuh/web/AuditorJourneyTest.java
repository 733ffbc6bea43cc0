package id.patuh.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor does who wants to know what is wrong with a log, and why, and to have it excused. */
class AuditorJourneyTest {

    private static final String PASSWORD = "kuda baterai benar";
    private static final Pattern TIME = Pattern.compile("\\d{2}/\\d{2}/\\d{4} \\d{2}:\\d{2}");

    @TempDir
    private Path folder;

    @Test
    void fromTheWorkbookToTheLateStepItsTimelineItsWaiverAndTheReport() throws IOException {
        try (RunningServer server = new RunningServer(TestDatabase.H2).settled();
                BrowserContext auditor = Browser.open(new NewContextOptions());
                BrowserContext manager = Browser.open(new NewContextOptions())) {
            server.add("ani", PASSWORD, EnumSet.of(Role.AUDITOR), Reach.EVERYWHERE);
            server.add("budi", PASSWORD, EnumSet.of(Role.QUALITY_MANAGER), Reach.EVERYWHERE);
            Page page = Journeys.signedIn(server, auditor, "ani", PASSWORD);

            page.locator("nav a[href='/checks']").click();
            page.locator("#files").setInputFiles(workbook());
            page.locator("#unit").fill("UKPBJ");
            page.locator("input[name=newUnit]").check();
            Journeys.button(page, "Periksa").click();

            assertThat(page).hasURL(Pattern.compile(".*/result"));
            assertThat(page.locator(".verdict")).containsText("ADA PELANGGARAN");
            String result = page.url();
            page.locator("#rule").selectOption("step-late");
            Journeys.button(page, "Saring").click();
            assertThat(page.locator(".violations li").first()).containsText("step-late");
            page.locator(".violations a").first().click();

            assertThat(page.locator("dl")).containsText("Kenyataan");
            assertThat(page.locator(".table").last()).containsText("log.xlsx");
            assertThat(page.locator("svg[role=img]:visible")).isVisible();
            page.getByText("Tabel data").click();
            assertThat(page.locator("figure table")).containsText("terlambat");

            page.getByText("Riwayat, tanggapan, dan pengecualian").click();
            String violation = page.url();
            page.getByText("Ajukan pengecualian").first().click();
            page.locator("#until")
                    .fill(LocalDate.now(RunningServer.ZONE).plusDays(5).toString());
            page.locator("#reason").fill("gempa bumi");
            page.locator("#basis").fill("Keputusan Bupati 12/2026");
            Journeys.button(page, "Ajukan pengecualian").click();
            assertThat(page.locator(".told")).containsText("menunggu persetujuan");

            Page other = Journeys.signedIn(server, manager, "budi", PASSWORD);
            other.getByText("Pengecualian menunggu persetujuan: 1").click();
            Journeys.button(other, "Setujui").click();
            assertThat(other.locator("article .state").first()).containsText("berlaku");

            page.navigate(violation);
            assertThat(page.getByText(Pattern.compile("Pengecualian \\d+")).locator(".."))
                    .containsText("berlaku");
            page.navigate(server.address("/units/UKPBJ/violations?waived=yes"));
            Locator waived = page.locator("ol.violations > li");
            assertThat(waived).hasCount(1);
            assertThat(waived).containsText("step-late");
            assertThat(text(page, "Unduh sebagai CSV")).contains("step-late").doesNotContain("approval-bypassed");

            page.navigate(result);
            assertThat(text(page, "CSV")).contains("step-late", "approval-bypassed");
            try (XSSFWorkbook report = new XSSFWorkbook(Files.newInputStream(download(page, "XLSX")))) {
                assertThat(report.getSheet("Temuan").getLastRowNum()).isGreaterThan(5);
            }
        }
    }

    /** The sample as auditors have it: a workbook with real times. */
    private Path workbook() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("sample-data/b276/violations.csv"));
        Path file = folder.resolve("log.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream to = Files.newOutputStream(file)) {
            CellStyle time = workbook.createCellStyle();
            time.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy hh:mm"));
            Sheet sheet = workbook.createSheet("Log");
            for (int i = 0; i < lines.size(); i++) {
                Row row = sheet.createRow(i);
                String[] texts = lines.get(i).split(";", -1);
                for (int column = 0; column < texts.length; column++) {
                    if (TIME.matcher(texts[column]).matches()) {
                        row.createCell(column)
                                .setCellValue(LocalDateTime.parse(
                                        texts[column], DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")));
                        row.getCell(column).setCellStyle(time);
                    } else {
                        row.createCell(column).setCellValue(texts[column].replace("\ufeff", ""));
                    }
                }
            }
            workbook.write(to);
        }
        return file;
    }

    private static Path download(Page page, String name) {
        Download download = page.waitForDownload(() -> Journeys.link(page, name).click());
        return download.path();
    }

    private static String text(Page page, String name) throws IOException {
        return Files.readString(download(page, name));
    }
}
