package id.patuh.intake;

import id.patuh.wording.Wording;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of a table or of a JSON object, and the headers and keys that mean them in either language. */
final class Fields {

    static final Fields ACTIVITY = new Fields()
            .field("case", "case id, case no, no berkas, nomor berkas, id berkas, berkas, no kasus, kasus")
            .field("sop", "nomor sop, no sop, id sop, sop id, sop number")
            .field("step", "step no, step number, langkah, langkah ke, no langkah, nomor langkah, nama langkah")
            .field("step", "tahap, tahapan, activity, aktivitas, kegiatan")
            .field("role", "pelaksana, peran, jabatan, executor, pelaksana jabatan")
            .field("person", "petugas, nama petugas, nama pelaksana, pegawai, resource, user")
            .field("start", "start time, start timestamp, mulai, waktu mulai, tanggal mulai")
            .field("start", "tgl mulai, jam mulai, pukul mulai, start date, tanggal jam mulai, tanggal dan jam mulai")
            .field("end", "end time, end timestamp, finish, selesai, waktu selesai, tanggal selesai")
            .field(
                    "end",
                    "tgl selesai, jam selesai, pukul selesai, end date, tanggal jam selesai, tanggal dan jam selesai")
            .field("end", "complete timestamp, completion time")
            .list("inputs", "input, kelengkapan")
            .list("outputs", "output, keluaran, hasil")
            .field("decision", "keputusan")
            .field("unit", "unit kerja, opd, instansi, perangkat daerah")
            .field("note", "notes, remarks, keterangan, ket, catatan")
            .field("position", "no, no urut, nomor urut");

    /** Headers and keys that tell which event of an activity a row is, so that the rows are no activities. */
    private static final Set<String> TRANSITIONS = Set.of("lifecycletransition", "lifecycle", "lifecycleid");

    private static final Pattern ANSWERS = Pattern.compile(
            "(?i)\\s*(?:(?:jumlah|skor|nilai|jawaban)\\s+)?(?:(?:sangat|kurang|tidak)\\s+)?(?:baik|puas|sesuai|mudah)?\\s*[(]?\\s*[1-4]?\\s*[)]?\\s*");

    /** What a letterhead says of the activities below it. */
    static final Fields ACTIVITY_HEAD = new Fields()
            .field("sop", "nomor sop, no sop, id sop, sop number")
            .field("unit", "unit kerja, unit layanan, unit pelayanan, opd, instansi, perangkat daerah");

    private static final Fields SURVEY = new Fields()
            .field("survey", "survey id, survei, id survei, nama survei")
            .field("unit", "unit kerja, unit layanan, unit pelayanan, opd, instansi, perangkat daerah")
            .field("service", "layanan, pelayanan, jenis layanan, jenis pelayanan, nama layanan")
            .field("regulation", "regulasi, peraturan")
            .field("sop", "nomor sop, no sop, id sop")
            .field("period_start", "start of period, periode mulai, periode awal, awal periode")
            .field("period_end", "end of period, periode selesai, periode akhir, akhir periode")
            .field("population", "populasi, jumlah populasi");

    /** What a letterhead says of the survey below it. */
    static final Fields SURVEY_HEAD = SURVEY.plus()
            .field("period", "periode, periode survei, periode pelaksanaan")
            .field("month", "bulan, bulan survei, bulan pelaksanaan")
            .field("quarter", "triwulan, tw")
            .field("semester", "smt")
            .field("year", "tahun, tahun anggaran, ta, tahun survei, tahun pelaksanaan")
            .field("respondents", "jumlah responden")
            .list("priorities", "prioritas, prioritas perbaikan, unsur prioritas");

    static final Fields RESPONSE = SURVEY.plus()
            .field(
                    "respondent",
                    "respondent id, responden, no responden, no resp, no res, no urut responden, nomor responden, nama responden, id responden")
            .field("group", "respondent group, kelompok, kelompok responden");

    private static final Fields ELEMENT = new Fields()
            .field("mean", "nrr, nrr unsur, nrr per unsur, nilai rata rata, rata rata, nilai unsur")
            .field("weighted", "nrr tertimbang, nrr tertimbang per unsur, tertimbang, nrr tertimbang unsur")
            .field("weighted", "nrr x bobot, nrr bobot, nilai tertimbang, nilai rata rata tertimbang, bobot x nrr")
            .field("grade", "mutu, mutu pelayanan, mutu layanan, mutu unsur pelayanan, mutu unsur, nilai mutu");

    static final Fields PUBLISHED_ROW = SURVEY.plus(ELEMENT)
            .field("element", "unsur, nama unsur, unsur pelayanan, unsur layanan")
            .field("code", "kode, kode unsur")
            .field("respondents", "responden, jumlah responden")
            .field("weight", "bobot, bobot nilai")
            .field("priority", "prioritas")
            .field(
                    "converted",
                    "konversi, nilai konversi, nilai interval konversi, nik, nilai konversi unsur, hasil konversi")
            .field("converted", "konversi ikm, nilai konversi ikm, nrr x 25, nilai x 25, konversi 25")
            .field("category", "kategori, kinerja, kinerja unit pelayanan, kinerja unsur, kinerja pelayanan, predikat")
            .field("category", "kategori mutu, mutu kinerja, kategori penilaian, kualitas, kualitas pelayanan")
            // What is printed beside the figures that are judged.
            .field("position", "no, nomor, no urut")
            .field("sum", "jumlah, jumlah nilai, total, total nilai, jumlah skor, total skor, jumlah nilai unsur")
            .field("sum", "jumlah nilai per unsur")
            .field("rank", "peringkat, ranking, urutan, rangking")
            .field("note", "keterangan, ket, catatan");

    /** Columns of a published table that calls the mean the index of the unsur. */
    static final Fields PUBLISHED_BY_INDEX =
            PUBLISHED_ROW.plus().field("mean", "ikm, nilai ikm, ikm unsur, indeks, indeks unsur, nilai indeks, nilai");

    static final Fields SURVEY_OBJECT = SURVEY.plus()
            .field("survey", "id")
            .field("respondents", "responden, jumlah responden")
            .nested("period", "published", "responses");

    static final Fields PERIOD_OBJECT =
            new Fields().field("period_start", "start, mulai").field("period_end", "end, selesai");

    static final Fields PUBLISHED_OBJECT = new Fields()
            .field("weight", "bobot")
            .field("ikm", "index, indeks")
            .field("grade", "mutu")
            .list("priorities", "prioritas")
            .nested("elements");

    static final Fields ELEMENT_OBJECT =
            ELEMENT.plus().field("element", "name, nama, unsur").field("code", "kode");

    static final Fields RESPONSE_OBJECT = new Fields()
            .field("respondent", "responden")
            .field("group", "kelompok")
            .nested("scores");

    static final Fields FOLLOW_UP_OBJECT = new Fields()
            .field("survey", "survei")
            .field("unit", "unit kerja")
            .field("signedOn", "tanggal tanda tangan")
            .field("claimedPercent", "persentase")
            .nested("period", "plan", "realisations", "open");

    static final Fields PLAN_OBJECT = new Fields()
            .field("id", "no, nomor")
            .field("element", "unsur, prioritas unsur")
            .field("activity", "kegiatan, program kegiatan")
            .list("quarters", "waktu, triwulan")
            .field("owner", "penanggung jawab");

    static final Fields REALISATION_OBJECT = new Fields()
            .field("plan", "rtl")
            .field("activity", "kegiatan")
            .field("done", "sudah belum")
            .field("description", "deskripsi")
            .list("evidence", "dokumentasi")
            .field("obstacle", "hambatan, tantangan hambatan");

    static final Fields OPEN_OBJECT = new Fields()
            .field("activity", "kegiatan")
            .field("strategy", "strategi")
            .field("target", "")
            .field("owner", "penanggung jawab")
            .field("stakeholder", "pemangku kepentingan");

    /** What a report's letterhead says of it. */
    static final Fields FOLLOW_UP_HEAD = new Fields()
            .field("survey", "survei, id survei, nama survei")
            .field("unit", "unit kerja, unit layanan, unit pelayanan, opd, instansi, perangkat daerah")
            .field("period", "periode, periode laporan, periode survei")
            .field("signedOn", "tanggal tanda tangan, ditandatangani, tanggal laporan, signed on")
            .field("claimedPercent", "persentase, persentase tindak lanjut, realisasi, claimed percent");

    private static final String DONE =
            "sudah belum, apakah rtl telah ditindaklanjuti sudah belum, apakah rtl telah ditindaklanjuti";
    /** Where a tick in one of two columns says whether it is done. */
    private static final String DONE_TICK = "sudah dilaksanakan, sudah ditindaklanjuti, telah dilaksanakan, selesai";

    private static final String UNDONE_TICK = "belum dilaksanakan, belum ditindaklanjuti, belum selesai";
    private static final String EVIDENCE =
            "dokumentasi, dokumentasi kegiatan, bukti, bukti dukung, bukti pendukung, data dukung, eviden";

    /** Columns of the plan of the official report. A tick or words in it may also say what was done. */
    static final Fields PLAN_ROW = new Fields()
            .field("id", "no, nomor")
            .field("element", "prioritas unsur, unsur prioritas, unsur, unsur pelayanan")
            .field(
                    "activity",
                    "program kegiatan, kegiatan program, program, kegiatan, rencana aksi, rencana tindak lanjut, rtl")
            .list(
                    "quarters",
                    "waktu, triwulan, jadwal, waktu pelaksanaan, jadwal pelaksanaan, rencana waktu, rencana pelaksanaan, waktu kegiatan, rencana waktu pelaksanaan, target waktu, bulan")
            .field("tw1", "tw i, triwulan i, triwulan 1, q1")
            .field("tw2", "tw ii, triwulan ii, triwulan 2, q2")
            .field("tw3", "tw iii, triwulan iii, triwulan 3, q3")
            .field("tw4", "tw iv, triwulan iv, triwulan 4, q4")
            .field("owner", "penanggung jawab, pj, pic")
            .field("note", "keterangan, catatan")
            .field("done", DONE)
            .field("sudah", DONE_TICK)
            .field("belum", UNDONE_TICK)
            .field("description", "deskripsi, deskripsi tindak lanjut")
            .list("evidence", EVIDENCE)
            .field("obstacle", "tantangan hambatan, hambatan, tantangan");

    /** Columns of its realisation. */
    static final Fields REALISATION_ROW = new Fields()
            .field("id", "no, nomor")
            .field("plan", "rtl, rencana tindak lanjut, kegiatan")
            .field("done", DONE)
            .field("sudah", DONE_TICK)
            .field("belum", UNDONE_TICK)
            .field("description", "deskripsi, deskripsi tindak lanjut, deskripsi tindak lanjut mohon dijabarkan")
            .list("evidence", EVIDENCE)
            .field("obstacle", "tantangan hambatan, hambatan, tantangan")
            .field("note", "keterangan, catatan");

    /** Columns of its list of unfinished activities. */
    static final Fields OPEN_ROW = new Fields()
            .field("id", "no, nomor")
            .field("activity", "rtl, rencana tindak lanjut, kegiatan")
            .field("strategy", "strategi, strategi penyelesaian")
            .field("target", "target waktu, target waktu penyelesaian")
            .field("owner", "penanggung jawab, pj, pic")
            .field("stakeholder", "stakeholder terkait, pemangku kepentingan, pemangku kepentingan terkait");

    /** Columns of the table of an SOP. */
    static final Fields SOP_ROW = new Fields()
            .field("no", "nomor, no urut")
            .field("title", "uraian kegiatan, kegiatan, uraian prosedur, prosedur, uraian kegiatan prosedur, uraian")
            .field("title", "aktivitas, aktifitas, uraian aktivitas, langkah")
            .field("roles", "pelaksana, executor")
            .field(
                    "inputs",
                    "kelengkapan, persyaratan kelengkapan, persyaratan, persyaratan perlengkapan, perlengkapan")
            .field("inputs", "input")
            .field("within", "waktu, durasi")
            .field("outputs", "output, keluaran, hasil")
            .field("note", "keterangan, ket");

    /** What an SOP says above its table, by the keys of SOP files. */
    static final Fields SOP_HEAD = new Fields()
            .field("number", "nomor sop, no sop")
            .field("created", "tanggal pembuatan, tgl pembuatan, tanggal dibuat")
            .field("revised", "tanggal revisi, tgl revisi")
            .field("in_force", "tanggal efektif, tgl efektif, tanggal berlaku, tanggal pemberlakuan")
            .field("ratified", "disahkan oleh, disahkan, pengesahan")
            .field("title", "judul sop, nama sop")
            .field("heading", "standard operating procedure, standard operating procedure sop")
            .field("heading", "standar operasional prosedur, standar operasional prosedur sop")
            .field("legal_basis", "dasar hukum")
            .field("qualifications", "kualifikasi pelaksana, kualifikasi pelaksanaan")
            .field("related", "keterkaitan, keterkaitan dengan sop lain")
            .field("equipment", "peralatan perlengkapan, peralatan, perlengkapan, peralatan dan perlengkapan")
            .field("warnings", "peringatan")
            .field("records", "pencatatan dan pendataan, pencatatan, pencatatan pendataan")
            .field("purpose", "tujuan")
            .field("scope", "ruang lingkup");

    private final Map<String, String> byKey = new HashMap<>();
    /** Longer texts head nothing; a hostile sheet has many, and each row may be looked at as a header. */
    static final int LONGEST_HEADER = 1_000;

    private final Set<String> lists = new HashSet<>();
    private final Set<String> nested = new HashSet<>();

    private Fields() {}

    /** The field that a header or key means, or null. */
    String field(String header) {
        if (header.length() > LONGEST_HEADER) {
            return null;
        }
        String field = byKey.get(header);
        field = field != null ? field : byKey.get(Wording.key(header));
        return field != null || !header.endsWith(")") ? field : inBothLanguages(header);
    }

    /** The field of a header in both languages, "Mulai (start)": both must mean it. */
    private String inBothLanguages(String header) {
        int open = header.lastIndexOf('(');
        String first = open < 1 ? null : byKey.get(Wording.key(header.substring(0, open)));
        return first != null && first.equals(byKey.get(Wording.key(header.substring(open)))) ? first : null;
    }

    /** Whether a header or key tells which event of an activity a row is. */
    static boolean isTransition(String header) {
        return TRANSITIONS.contains(Wording.key(header));
    }

    /** Whether a header counts how many gave an answer: "Sangat Baik (4)". */
    static boolean countsAnswers(String header) {
        return ANSWERS.matcher(header).matches();
    }

    /** Whether the field holds a list. */
    boolean isList(String field) {
        return lists.contains(field);
    }

    /** Whether the key holds an object or a list of objects of its own. */
    boolean isNested(String key) {
        return nested.contains(Wording.key(key));
    }

    private Fields field(String name, String synonyms) {
        byKey.put(Wording.key(name), name);
        Arrays.stream(synonyms.split(","))
                .map(Wording::key)
                .filter(k -> !k.isEmpty())
                .forEach(k -> byKey.put(k, name));
        return this;
    }

    private Fields list(String name, String synonyms) {
        lists.add(name);
        return field(name, synonyms);
    }

    private Fields nested(String... keys) {
        nested.addAll(Arrays.asList(keys));
        return this;
    }

    /** The same fields, but what means one of them means another. */
    Fields renamed(String field, String other) {
        Fields all = plus();
        all.byKey.replaceAll((key, name) -> name.equals(field) ? other : name);
        return all;
    }

    private Fields plus(Fields... others) {
        Fields all = new Fields();
        all.byKey.putAll(byKey);
        all.lists.addAll(lists);
        for (Fields other : others) {
            all.byKey.putAll(other.byKey);
            all.lists.addAll(other.lists);
        }
        return all;
    }
}
