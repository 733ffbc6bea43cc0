package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 - 30 Juni 2026                             | 2026-06-01 | 2026-06-30
            1 – 30 Juni 2026                             | 2026-06-01 | 2026-06-30
            1 s.d. 30 Juni 2026                          | 2026-06-01 | 2026-06-30
            1 Januari s/d 30 Juni 2026                   | 2026-01-01 | 2026-06-30
            Senin, 1 Juni 2026 s.d. Selasa, 30 Juni 2026 | 2026-06-01 | 2026-06-30
            01/01/2026 - 30/06/2026                      | 2026-01-01 | 2026-06-30
            01/01/2026 s.d. 30/06/2026                   | 2026-01-01 | 2026-06-30
            01/01/2026-30/06/2026                        | 2026-01-01 | 2026-06-30
            01-01-2026 s/d 30-06-2026                    | 2026-01-01 | 2026-06-30
            2026-01-01/2026-06-30                        | 2026-01-01 | 2026-06-30
            2026-01-01 s.d. 2026-06-30                   | 2026-01-01 | 2026-06-30
            2026-01-01 - 2026-06-30                      | 2026-01-01 | 2026-06-30
            Januari - Juni 2026                          | 2026-01-01 | 2026-06-30
            Januari-Juni 2026                            | 2026-01-01 | 2026-06-30
            Januari/Juni 2026                            | 2026-01-01 | 2026-06-30
            April s.d. Juni 2026.                        | 2026-04-01 | 2026-06-30
            Bulan Januari s.d. Juni Tahun 2026           | 2026-01-01 | 2026-06-30
            Juli 2025 - Juni 2026                        | 2025-07-01 | 2026-06-30
            Juni 2026                                    | 2026-06-01 | 2026-06-30
            bulan Juni 2026                              | 2026-06-01 | 2026-06-30
            Triwulan II 2026                             | 2026-04-01 | 2026-06-30
            Triwulan II Tahun 2026                       | 2026-04-01 | 2026-06-30
            Triwulan kedua tahun 2026                    | 2026-04-01 | 2026-06-30
            Triwulan II (April - Juni) 2026              | 2026-04-01 | 2026-06-30
            TW II TA 2026                                | 2026-04-01 | 2026-06-30
            2026 TW II                                   | 2026-04-01 | 2026-06-30
            Q2 2026                                      | 2026-04-01 | 2026-06-30
            Semester I 2026                              | 2026-01-01 | 2026-06-30
            Semester Pertama Tahun 2026                  | 2026-01-01 | 2026-06-30
            Semester 2 TA 2026                           | 2026-07-01 | 2026-12-31
            Tahun 2026 Semester I                        | 2026-01-01 | 2026-06-30
            TA 2026                                      | 2026-01-01 | 2026-12-31
            T.A. 2026                                    | 2026-01-01 | 2026-12-31
            Tahun Anggaran 2026                          | 2026-01-01 | 2026-12-31
            2025 - 2026                                  | 2025-01-01 | 2026-12-31
            """)
    void readsAPeriodAsLetterheadsWordIt(String text, String start, String end) throws Unreadable {
        assertThat(Periods.parse(text)).hasToString(start + "/" + end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I/2026",
                "2025/2026",
                "Semester II 2025/2026",
                "Semester III 2026",
                "Triwulan V 2026",
                "Januari - Juni",
                "Semester Genap",
                "s.d. Juni 2026",
                "1 Juni - 30 Mei 2026",
                "31 Juni 2026",
                "3 Juni 2026",
                "Juni 26",
                "Januari, Maret 2026",
                "TA berjalan"
            })
    void guessesNoPeriodOutOfAnythingElse(String text) {
        assertThatThrownBy(() -> Periods.parse(text)).isInstanceOf(Unreadable.class);
    }
}
