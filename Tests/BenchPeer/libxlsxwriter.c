/* The same table as Sources/Sample/LargeTable.swift, written by libxlsxwriter in
 * constant-memory mode, for `./run.sh bench`.
 *
 * Prints the median seconds of three writings and the size of the file. Arguments: rows, path. */
#define _POSIX_C_SOURCE 200809L
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <xlsxwriter.h>

static const char *labels[16] = {
    "STT",           "Số định danh cá nhân", "Họ và tên",          "Ngày sinh",
    "Giới tính",     "Dân tộc",              "Nơi sinh",           "Xã/Phường thường trú",
    "Ấp/Khu phố thường trú", "Điện thoại",   "Trường cuối cấp",    "Lớp",
    "Học lực 9",     "Toán 9",               "NV1",                "NV2"};
static const char *families[8] = {"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi"};
static const char *middles[8] = {"Thị", "Văn", "Hoàng", "Ngọc", "Thanh", "Minh", "Kim", "Quốc"};
static const char *givens[16] = {"Ánh", "Bình", "Châu", "Dũng", "Hạnh", "Khánh", "Linh", "Mai",
                                 "Nghĩa", "Oanh", "Phúc", "Quân", "Sơn", "Thảo", "Uyên", "Vy"};
static const char *communes[4] = {"Phường Tân An", "Xã Bình Hòa", "Xã Mỹ Lộc", "Xã Khánh Hậu"};
static const char *words[4] = {"Giỏi", "Khá", "Trung bình", "Giỏi"};

static void write_rows(lxw_worksheet *sheet, lxw_format *text, lxw_format *date, long rows) {
  char buffer[64];
  for (int column = 0; column < 16; column++) worksheet_write_string(sheet, 0, column, labels[column], text);
  uint64_t state = 88172645463325252ULL;
  for (long index = 0; index < rows; index++) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    uint64_t x = state;
    lxw_row_t row = (lxw_row_t)index + 1;
    worksheet_write_number(sheet, row, 0, (double)(index + 1), NULL);
    snprintf(buffer, sizeof buffer, "%012ld", (x >> 6 & 1 ? 80207000000 : 80307000000) + index);
    worksheet_write_string(sheet, row, 1, buffer, text);
    snprintf(buffer, sizeof buffer, "%s %s %s", families[x & 7], middles[x >> 3 & 7], givens[x >> 6 & 15]);
    worksheet_write_string(sheet, row, 2, buffer, text);
    worksheet_write_number(sheet, row, 3, 39083 + (double)(x >> 10 & 255), date);
    worksheet_write_string(sheet, row, 4, x >> 6 & 1 ? "Nam" : "Nữ", text);
    worksheet_write_string(sheet, row, 5, "Kinh", text);
    worksheet_write_string(sheet, row, 6, "Long An", text);
    worksheet_write_string(sheet, row, 7, communes[x >> 18 & 3], text);
    snprintf(buffer, sizeof buffer, "Ấp %d", (int)(1 + (x >> 20 & 7)));
    worksheet_write_string(sheet, row, 8, buffer, text);
    snprintf(buffer, sizeof buffer, "09%08d", (int)(x >> 23 & 0x3FFFFFF));
    worksheet_write_string(sheet, row, 9, buffer, text);
    snprintf(buffer, sizeof buffer, "thcs-%d", (int)(1 + (x >> 49 & 31)));
    worksheet_write_string(sheet, row, 10, buffer, text);
    snprintf(buffer, sizeof buffer, "9A%d", (int)(1 + (x >> 54 & 7)));
    worksheet_write_string(sheet, row, 11, buffer, text);
    worksheet_write_string(sheet, row, 12, words[x >> 57 & 3], text);
    worksheet_write_number(sheet, row, 13, (double)(50 + (x >> 40 & 31)) / 10, NULL);
    snprintf(buffer, sizeof buffer, "thpt-%d", (int)(1 + (x >> 59 & 15)));
    worksheet_write_string(sheet, row, 14, buffer, text);
    snprintf(buffer, sizeof buffer, "thpt-%d", (int)(1 + (x >> 60 & 15)));
    worksheet_write_string(sheet, row, 15, buffer, text);
  }
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  double seconds[3];
  for (int run = 0; run < 3; run++) {
    double start = now();
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *book = workbook_new_opt(arguments[2], &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Lớp 9");
    lxw_format *text = workbook_add_format(book);
    format_set_num_format(text, "@");
    lxw_format *date = workbook_add_format(book);
    format_set_num_format(date, "dd/mm/yyyy");
    write_rows(sheet, text, date, atol(arguments[1]));
    if (workbook_close(book) != LXW_NO_ERROR) return 1;
    seconds[run] = now() - start;
  }
  qsort(seconds, 3, sizeof seconds[0], ascending);
  struct stat status;
  if (stat(arguments[2], &status) != 0) return 1;
  printf("%.6f %lld\n", seconds[1], (long long)status.st_size);
  return 0;
}
